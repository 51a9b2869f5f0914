package conformance;

import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Validates every PDF named on the command line against PDF/UA-1 and PDF/A-2a in one JVM, since its start costs
 * more than the work. Prints each failed rule of each file once, and a summary; exits with 1 where a rule failed or
 * a file could not be read, with 2 where no file was given.
 */
public final class Conformance {
    private static final PDFAFlavour[] FLAVOURS = {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A};
    private static final Map<PDFAFlavour, String> NAMES =
            Map.of(PDFAFlavour.PDFUA_1, "PDF/UA-1", PDFAFlavour.PDFA_2_A, "PDF/A-2a");
    private static final int ALL_FAILURES = -1;

    private final PrintStream out;
    private int rules;
    private long checks;
    private int failedRules;
    private final StringBuilder line = new StringBuilder();

    private Conformance(PrintStream out) {
        this.out = out;
    }

    /** What failed of one rule: the first place, and how many more. */
    private static final class Failure {
        final String message;
        final String place;
        int count;

        Failure(TestAssertion first) {
            this.message = first.getMessage();
            this.place = first.getLocation() == null ? "" : first.getLocation().getContext();
        }
    }

    private static String nameOf(RuleId rule) {
        return rule.getSpecification().getId() + " " + rule.getClause() + " test " + rule.getTestNumber();
    }

    private static Map<String, Failure> failuresOf(ValidationResult result) {
        Map<String, Failure> failures = new TreeMap<>();
        for (TestAssertion each : result.getTestAssertions()) {
            if (each.getStatus() == TestAssertion.Status.FAILED) {
                failures.computeIfAbsent(nameOf(each.getRuleId()), name -> new Failure(each)).count++;
            }
        }
        return failures;
    }

    private void count(PDFAFlavour flavour, int ofRules, int ofChecks, int failed) {
        rules += ofRules;
        checks += ofChecks;
        failedRules += failed;
        line.append(String.format("  %s: %d rules, %7d checks, %d failed", NAMES.get(flavour), ofRules, ofChecks, failed));
    }

    private boolean validate(String path, PDFAFlavour flavour) throws Exception {
        try (InputStream file = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, ALL_FAILURES, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, Failure> failures = failuresOf(result);
            count(flavour, result.getValidationProfile().getRules().size(), result.getTotalAssertions(), failures.size());
            failures.forEach((rule, failure) -> out.printf("%s: %s: %d times: %s%n    at %s%n", path, rule,
                    failure.count, failure.message, failure.place));
            return result.isCompliant();
        }
    }

    private boolean validate(String path) {
        boolean compliant = true;
        line.setLength(0);
        for (PDFAFlavour flavour : FLAVOURS) {
            try {
                compliant &= validate(path, flavour);
            } catch (Exception failure) {
                out.printf("%s: %s: can't be validated: %s%n", path, flavour, failure);
                compliant = false;
            }
        }
        out.printf("%-56s%s%n", path, line);
        return compliant;
    }

    public static void main(String[] paths) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Conformance conformance = new Conformance(out);
        int faulty = 0;

        Logger.getLogger("org.verapdf").setLevel(Level.SEVERE);
        if (paths.length == 0) {
            out.println("No PDF was given.");
            System.exit(2);
        }
        VeraGreenfieldFoundryProvider.initialise();
        for (String path : paths) {
            faulty += conformance.validate(path) ? 0 : 1;
        }
        out.printf("%d files against PDF/UA-1 and PDF/A-2a: %d rules, %d checks; %d files faulty, %d rules failed%n",
                paths.length, conformance.rules, conformance.checks, faulty, conformance.failedRules);
        System.exit(faulty == 0 ? 0 : 1);
    }
}
