#!/usr/bin/env python3
"""make_data.py FOLDER LINES - writes a data folder with so many clinker lines, the same on every run.
make_data.py --announcement FOLDER LINES - the same with one notice, the line list of 2022.
make_data.py --found FOLDER LINES - the same with every second line found running, and named by the line list of 2022.
make_data.py --national FOLDER - a folder for each of the 31 provinces below FOLDER, 1,600 lines in all.

Every enterprise is invented. One line in fifty was found running, was interviewed and refused, at most forty; each has
its interview notice, and all stand in one exposure notice."""
import csv
import glob
import os
import sys
import xml.etree.ElementTree as ElementTree

AS_OF = "2022-04-30"  # every notice is dated before it
NATIONAL_LINES = 1600
# Lines of the provinces in the order of GB/T 2260, roughly as they are spread over the country: shares of the sum.
WEIGHTS = {"BJ": 2, "TJ": 2, "HE": 84, "SX": 60, "NM": 66, "LN": 48, "JL": 26, "HL": 34, "SH": 1, "JS": 50, "ZJ": 48,
           "AH": 88, "FJ": 46, "JX": 60, "SD": 91, "HA": 78, "HB": 58, "HN": 72, "GD": 62, "GX": 62, "HI": 10, "CQ": 52,
           "SC": 118, "GZ": 106, "YN": 108, "XZ": 12, "SN": 50, "GS": 46, "QH": 18, "NX": 22, "XJ": 82}
REPO = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FIRST = ("岚 lan 砚 yan 溪 xi 峪 yu 鼎 ding 泽 ze 磐 pan 岳 yue 汇 hui 恒 heng 砺 li 沂 yi 坤 kun 瑞 rui 润 run "
         "嵩 song 衡 heng 澜 lan 松 song 柏 bai 川 chuan 原 yuan 岩 yan 峰 feng 河 he 清 qing 宏 hong 远 yuan "
         "盛 sheng 康 kang 宁 ning 安 an 永 yong 丰 feng 和 he 顺 shun 明 ming 辉 hui 光 guang 新 xin").split()
SYLLABLES = list(zip(FIRST[0::2], FIRST[1::2]))
TRADES = [("水泥有限公司", "Cement Co., Ltd."), ("建材有限公司", "Building Materials Co., Ltd."),
          ("水泥集团有限公司", "Cement Group Co., Ltd.")]
KILNS = [("4.8", "74", 5000, 155), ("4.0", "60", 2500, 78), ("4.3", "64", 3200, 99), ("5.6", "87", 8000, 248)]
NAMESPACE = "{urn:gazette:region:1}"


def regions():
    """Region codes to (gb, zh, en, cities); a city is (code, zh, en)."""
    files = glob.glob(os.path.join(REPO, "data", "rules", "regions", "*.xml"))
    trees = [(os.path.basename(file)[:2], ElementTree.parse(file).getroot()) for file in files]
    return {code: (r.get("gb"), r.get("zh"), r.get("en"),
                   [(c.get("code"), c.get("zh"), c.get("en")) for c in r.findall(NAMESPACE + "city")])
            for code, r in sorted(trees, key=lambda tree: tree[1].get("gb"))}


def credit_code(city, number):
    """GB 32100-2015: seventeen characters and the check over them."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    code = "91%sME%s" % (city, "%07d" % number)
    total = sum(alphabet.index(c) * pow(3, i, 31) for i, c in enumerate(code))
    return code + alphabet[-total % 31]


def name_of(city, number):
    """The enterprise's names: two syllables and a trade, none twice in a city below 4,800."""
    (a, first), (b, second) = SYLLABLES[number % 40], SYLLABLES[number // 40 % 40]
    trade_zh, trade_en = TRADES[number // 1600 % 3]
    zh, en = city[1].removesuffix("市"), city[2].removesuffix(" City")
    return zh + a + b + trade_zh, "%s %s%s %s" % (en, first.capitalize(), second, trade_en)


def make_lines(cities, count):
    """Enterprises, and lines: two enterprises of three have one line, the third has two."""
    enterprises, lines = [], []
    while len(lines) < count:
        number = len(enterprises) + 1
        city = cities[number % len(cities)]
        zh, en = name_of(city, number // len(cities))
        enterprises.append(("E-%05d" % number, zh, en, credit_code(city[0], number), city[0]))
        for kiln in range(1, 3 if number % 3 == 0 else 2):
            if len(lines) < count:
                lines.append((number, kiln, city))
    return enterprises, lines


def line_row(position, number, kiln):
    diameter, length, daily, annual = KILNS[(position + number) % len(KILNS)]
    noted = position % 29 == 0
    day = "%d-%02d-%02d" % (2003 + position % 14, position % 12 + 1, position % 28 + 1)
    return ["L-%05d-%d" % (number, kiln), "E-%05d" % number, "%d号窑" % kiln, "Kiln No. %d" % kiln, diameter, length,
            daily, annual, day, "suspended" if position % 37 == 5 else "operating", "ordinary", "no", "",
            "窑径折算产能低于备案产能" if noted else "",
            "Capacity by kiln diameter is below the capacity on record" if noted else ""]


def write_table(folder, name, header, rows):
    with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)


def both(tag, zh, en):
    return "<%s><zh>%s</zh><en>%s</en></%s>" % (tag, zh, en, tag)


def notice(ident, kind, date, attributes, body, issuer="industry"):
    return '  <notice id="%s" kind="%s" date="%s"%s>\n    <issuer ref="%s"/>\n    %s\n  </notice>' % (
        ident, kind, date, attributes, issuer, body)


def write_publication(folder, code, region, notices):
    gb, zh, en, _ = region
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<publication xmlns="urn:gazette:publication:1" id="%s" region="%s" year="2021" base-url="https://bench.example/">'
        % (os.path.basename(folder), code),
        "  " + both("title", zh + "水泥错峰生产信息公开", "Off-peak cement production in " + en),
        "  " + both("disclaimer", "演示数据，企业均为虚构。", "Demonstration data; every enterprise is invented."),
        '  <authority id="industry" kind="industry">' +
        both("name", zh + "工业和信息化厅", en + " Department of Industry and Information Technology") +
        '<contact phone="0000-0000 0001"/></authority>',
        '  <authority id="association" kind="association">' +
        both("name", zh + "水泥行业协会", en + " Cement Industry Association") +
        '<contact phone="0000-0000 0021"/></authority>']
    for year in (2020, 2021):
        parts.append('  <season id="heating-%d" heating="yes" counting="inclusive">%s</season>' % (
            year, both("name", "%d—%d年采暖季" % (year, year + 1), "%d–%d heating season" % (year, year + 1))))
    with open(os.path.join(folder, "publication.xml"), "w", encoding="utf-8") as file:
        file.write("\n".join(parts + notices + ["</publication>\n"]))


TO_ALL = both("addressee", "各水泥熟料企业", "All clinker enterprises")


def line_list(year, date, noted=()):
    return notice("line-list-%d" % year, "line-list", date, ' year="%d"' % year, TO_ALL + "".join(noted))


def year_of_notices(found, names, named):
    """Every kind, in the order of their dates; named: whether the last list names the findings that it notes."""
    refs = ['<finding ref="F-%03d"/>' % (i + 1) for i in range(len(found))]
    interviews = [notice("interview-%03d" % (i + 1), "interview", "2021-12-13", "",
                         both("addressee", *names[line[0] - 1]) + refs[i]) for i, line in enumerate(found)]
    return [line_list(2021, "2021-02-26"),
            notice("plan-draft-2021", "plan-draft", "2021-09-29", ' season="heating-2021"',
                   TO_ALL + '<comment from="2021-09-29" to="2021-10-08"/>', "association"),
            notice("plan-2021", "plan", "2021-10-14", ' season="heating-2021" follows="plan-draft-2021"', TO_ALL,
                   "association"),
            *interviews,
            *([notice("exposure-2022", "exposure", "2022-01-14", "", TO_ALL + "".join(refs))] if found else []),
            line_list(2022, "2022-03-10", refs if named else ()),
            notice("summary-2021", "summary", "2022-03-25", ' year="2021"', TO_ALL, "association")]


def write_findings(folder, found, by):
    ids = ["F-%03d" % (i + 1) for i in range(len(found))]
    duty = ("2021—2022年采暖季应停窑151天", "To stand still for 151 days in the 2021–2022 heating season")
    write_table(folder, "findings", "id,line,year,result,duty_zh,duty_en,source",
                [[f, "L-%05d-%d" % line[:2], 2021, "breach", *duty, "official"] for f, line in zip(ids, found)])
    write_table(folder, "events", "finding,at,kind,by_zh,by_en,how_zh,how_en", [
        [f, at, kind, *by, "现场核查", "On-site inspection"] for f in ids
        for at, kind in (("2021-12-06 14:10", "found-running"), ("2021-12-06 16:00", "ordered-to-stop"),
                         ("2021-12-22 09:40", "second-breach"), ("2021-12-23 00:00", "stopped"))])
    write_table(folder, "interviews", "id,finding,at,by_zh,by_en,venue_zh,venue_en,correct_by,outcome", [
        ["I" + f[1:], f, "2021-12-15 09:30", *by, "第二会议室", "Meeting Room 2", "2021-12-20", "refused"] for f in ids])


def write_stoppages(folder, rows, found, by):
    ran = {"L-%05d-%d" % line[:2] for line in found}

    def of_line(line):
        whole = [("2020-11-01", "2021-03-31"), ("2021-11-01", "2022-03-31")]
        broken = [whole[0], ("2021-11-01", "2021-12-05"), ("2021-12-23", "2022-03-31")]
        for start, end in broken if line in ran else whole:
            yield [line, start, end, "off-peak", *by, "用电量记录", "Power records"]
    numbered = (stop for row in rows for stop in of_line(row[0]))
    write_table(folder, "stoppages", "id,line,start,end,why,verified_by_zh,verified_by_en,evidence_zh,evidence_en",
                (["S-%06d" % (i + 1), *stop] for i, stop in enumerate(numbered)))


def write_folder(folder, count, code, region, announcement=False, found_often=False):
    os.makedirs(folder, exist_ok=True)
    by = (region[1] + "工业和信息化厅", region[2] + " Department of Industry and Information Technology")
    enterprises, lines = make_lines(region[3], count)
    rows = [line_row(i, number, kiln) for i, (number, kiln, _) in enumerate(lines)]
    every, most = (2, count) if found_often else (50, 40)
    found = [line for line, row in zip(lines[7::every], rows[7::every]) if row[9] == "operating"][:most]
    write_table(folder, "enterprises", "id,name_zh,name_en,credit_code,city,member",
                ([*e, "yes"] for e in enterprises))
    write_table(folder, "lines", "id,enterprise,name_zh,name_en,kiln_diameter_m,kiln_length_m,approved_capacity_tpd,"
                "annual_capacity_10kt,commissioned,status,kiln,carbide_slag,special_tasks,note_zh,note_en", rows)
    write_table(folder, "plan", "id,season,scope,target,start,end,declared_days,reason_zh,reason_en", [
        ["P-%d" % year, "heating-%d" % year, "province", "", "%d-11-01" % year, "%d-03-31" % (year + 1), 151,
         "采暖季错峰生产", "Heating-season off-peak production"] for year in (2020, 2021)])
    write_stoppages(folder, rows, found, by)
    write_findings(folder, found, by)
    write_table(folder, "channels", "id,authority,kind,value_zh,takes_zh,takes_en", [
        ["C-%d" % (i + 1), "industry", kind, value, "不执行错峰生产计划", "Kilns running against the off-peak plan"]
        for i, (kind, value) in enumerate((("phone", "0000-0000 0001"), ("fax", "0000-0000 0002"),
                                           ("email", "jubao@bench.example"), ("web", "https://bench.example/")))])
    write_publication(folder, code, region, [line_list(2022, "2022-03-10")] if announcement else
                      year_of_notices(found, [e[1:3] for e in enterprises], found_often))


def write_national(folder):
    """So many lines to each province that they make NATIONAL_LINES."""
    table, given, weight = regions(), 0, 0
    for code, share in WEIGHTS.items():
        weight += share
        upto = NATIONAL_LINES * weight // sum(WEIGHTS.values())
        write_folder(os.path.join(folder, code.lower()), upto - given, code, table[code])
        given = upto


def main(arguments):
    announcement, found_often = arguments[:1] == ["--announcement"], arguments[:1] == ["--found"]
    rest = arguments[1:] if announcement or found_often else arguments
    if len(rest) == 2 and rest[0] == "--national":
        write_national(rest[1])
    elif len(rest) == 2 and rest[1].isdigit():
        write_folder(rest[0].rstrip("/"), int(rest[1]), "SD", regions()["SD"], announcement, found_often)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
