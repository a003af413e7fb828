//! What good files say.

use std::io::Write;

use proptest::prelude::*;

use super::{Format, read_as, read_bytes, read_files, shown};
use crate::formats::{ItemFrom, ReadOptions};

#[test]
fn columns_in_any_case_and_place() {
    let text =
        "Correct,ITEM,Student,extra,skill,Group\n1,i,u,x,s,g\nfalse,j,v,x,s,\n1.0,i,u,x,t,g\n";
    let loaded = read_as(Format::Csv, text).unwrap();
    // rows 1 and 3 are one answer under two skills
    assert_eq!(shown(&loaded), ["u s ~~ t i +", "v s j -"]);
    assert_eq!(loaded.rows, [1, 2]);
    assert_eq!(loaded.dataset.groups, ["g"]);
    assert_eq!(loaded.dataset.responses[1].group, None);
    assert_eq!(
        (
            loaded.report.rows,
            loaded.report.merged,
            loaded.report.responses
        ),
        (3, 1, 2)
    );
}

#[test]
fn order_goes_before_time_and_both_before_the_file() {
    let text = "student,skill,correct,order,time\nu,a,1,2,1\nv,z,1,0,1\nu,b,1,1,5\nu,c,1,1,4\n";
    let loaded = read_as(Format::Csv, text).unwrap();
    // equal order numbers keep the file's order
    assert_eq!(shown(&loaded), ["u b . +", "u c . +", "u a . +", "v z . +"]);
    assert_eq!(loaded.rows, [3, 4, 1, 2]);
    let text = "student,skill,correct,time\nu,a,1,2026-11-23\nu,b,0,2026-11-22T23:00:00-05:00\nu,c,1,2026-11-22\n";
    let loaded = read_as(Format::Csv, text).unwrap();
    assert_eq!(shown(&loaded), ["u c . +", "u a . +", "u b . -"]);
    let days: Vec<i32> = loaded
        .dataset
        .responses
        .iter()
        .map(|r| r.day.unwrap())
        .collect();
    assert_eq!((days[1] - days[0], days[2] - days[1]), (1, 0));
}

#[test]
fn an_order_that_only_some_rows_have_is_none() {
    let with = b"student,skill,correct,order\nu,a,1,2\nu,b,1,1\n".as_slice();
    let without = b"student,skill,correct\nu,c,1\nu,c,0\n".as_slice();
    let files = [("with", with), ("without", without)];
    let loaded = read_files(Format::Csv, &files, &ReadOptions::default()).unwrap();
    assert_eq!(loaded.rows, [1, 2, 3, 4]);
    assert_eq!(
        loaded.report.warnings[0],
        "Only 2 of 4 rows have an order or time that can be read: the order of the file is used."
    );
}

#[test]
fn rows_without_a_skill_are_counted() {
    let loaded = read_as(
        Format::Csv,
        "student,skill,correct\nu,,1\nu,s,1\nw, ,0\n,,\nu,s,0\n",
    )
    .unwrap();
    assert_eq!(shown(&loaded), ["u s . +", "u s . -"]);
    assert_eq!(loaded.rows, [2, 4]);
    let skipped = &loaded.report.skipped;
    assert_eq!(
        (
            skipped.len(),
            skipped[0].why.as_str(),
            skipped[0].rows,
            skipped[0].first_line
        ),
        (1, "no skill", 2, 2)
    );
}

#[test]
fn what_a_fit_should_know() {
    let loaded = read_as(
        Format::Csv,
        "student,skill,correct\nu,s,1\nu,s,1\nu,lone,1\n",
    )
    .unwrap();
    assert_eq!(loaded.report.single_response_skills, ["lone"]);
    assert_eq!(
        loaded.report.warnings,
        [
            "1 of 2 skills have a single response: a fit falls back on what the other skills have in common for them.",
            "Every answer is right: a fit will say little, and AUC is not defined."
        ]
    );
}

#[test]
fn a_student_has_one_group() {
    let text = "student,skill,correct,group\nu,s,1,\nu,s,0,a\nu,s,1,b\nv,s,1,b\n";
    let loaded = read_as(Format::Csv, text).unwrap();
    let groups: Vec<_> = loaded.dataset.responses.iter().map(|r| r.group).collect();
    assert_eq!(groups, [Some(0), Some(0), Some(0), Some(1)]);
    assert_eq!(
        loaded.report.warnings,
        [
            "1 students stand in more than one group: the first named is used for all of their responses."
        ]
    );
}

#[test]
fn gzip_mark_and_separators() {
    let plain = "\u{feff}student;skill;correct\r\nu;\"a;b\";1\r\nv;s;0";
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(plain.as_bytes()).unwrap();
    let loaded = read_bytes(Format::Csv, &gzip.finish().unwrap()).unwrap();
    assert_eq!(shown(&loaded), ["u a;b . +", "v s . -"]);
}

const ROLL_UP: &str = "Row\tAnon Student Id\tProblem Name\tStep Name\tFirst Transaction Time\tFirst Attempt\tKC(A)\tKC(B)\n\
    3\tu\tp1\ts1\t2006-10-26 09:51:58.0\tcorrect\tadd\tx\n\
    1\tu\tp1\ts2\t2006-10-26 09:50:58.0\thint\tsub~~add\tx\n\
    2\tu\tp2\ts1\t2006-10-25 09:50:58.0\tincorrect\t\ty\n";

#[test]
fn datashop_roll_up() {
    let loaded = read_as(Format::Datashop, ROLL_UP).unwrap();
    assert_eq!(
        shown(&loaded),
        ["u add ~~ sub p1 / s2 -", "u add p1 / s1 +"]
    );
    assert_eq!(loaded.rows, [2, 1]);
    assert_eq!(loaded.report.skipped[0].why, "no knowledge component");
    assert_eq!(
        loaded.report.notes,
        ["f: skills are those of column `KC(A)`"]
    );
    assert!(loaded.dataset.responses[0].day.is_some());
}

#[test]
fn datashop_choices() {
    for kc in ["B", "KC(B)", "kc(b)"] {
        let options = ReadOptions {
            kc: Some(kc.into()),
            item_from: ItemFrom::Problem,
            ..ReadOptions::default()
        };
        let loaded = read_files(Format::Datashop, &[("f", ROLL_UP.as_bytes())], &options).unwrap();
        assert_eq!(shown(&loaded), ["u x p1 -", "u y p2 -", "u x p1 +"], "{kc}");
    }
}

#[test]
fn datashop_without_row_numbers_goes_by_time() {
    let text = ROLL_UP.replace("\n2\t", "\n?\t");
    let options = ReadOptions {
        kc: Some("B".into()),
        ..ReadOptions::default()
    };
    let loaded = read_files(Format::Datashop, &[("f", text.as_bytes())], &options).unwrap();
    assert_eq!(loaded.rows, [3, 2, 1]);
    assert_eq!(
        loaded.report.notes[1],
        "f: column `Row` is not a number everywhere and gives no order"
    );
}

#[test]
fn akt_layouts() {
    let three = read_as(Format::Akt, "0,u\n8,8,\n1,0,\n1,v\n9\n1\n").unwrap();
    assert_eq!(shown(&three), ["u 8 . +", "u 8 . -", "v 9 . +"]);
    assert_eq!(
        three.report.notes,
        ["f: three lines a student (name, skills, answers)"]
    );
    let four = read_as(
        Format::Akt,
        "0,u\r\n70,71\r\n8,8\r\n1,0\r\n1,v\r\n70\r\n9\r\n1\r\n",
    )
    .unwrap();
    assert_eq!(shown(&four), ["u 8 70 +", "u 8 71 -", "v 9 70 +"]);
    assert_eq!(
        four.report.notes,
        ["f: four lines a student (name, items, skills, answers)"]
    );
    let five = read_as(
        Format::Akt,
        "0,u\n70,71\n8,8\n1,0\n500,600\n1,v\n70\n9\n1\n700\n",
    )
    .unwrap();
    assert_eq!(shown(&five), shown(&four));
    let piech = read_as(Format::Akt, "2\n8,8\n1,0\n1\n9\n1\n").unwrap();
    assert_eq!(shown(&piech), ["1 8 . +", "1 8 . -", "4 9 . +"]);
    let silent = read_as(Format::Akt, "0,u\n\n\n1,v\n9\n1\n").unwrap();
    assert_eq!(silent.report.skipped[0].why, "a student without responses");
}

#[test]
fn a_student_in_two_files_is_one() {
    let files: [(&str, &[u8]); 2] = [("a", b"0,u\n1\n1\n"), ("b", b"0,u\n1,2\n0,1\n1,v\n1\n1\n")];
    let loaded = read_files(Format::Akt, &files, &ReadOptions::default()).unwrap();
    assert_eq!(shown(&loaded), ["u 1 . +", "u 1 . -", "u 2 . +", "v 1 . +"]);
    let rows: Vec<_> = loaded
        .report
        .files
        .iter()
        .map(|file| (file.file.as_str(), file.rows))
        .collect();
    assert_eq!(rows, [("a", 1), ("b", 3)]);
}

#[test]
fn trellis_export() {
    let text = r#"{"student":"u","skill":"s","template":"t","correct":true,"chance":0.25,"help":0.5,"answered_at_ms":1700000000000,"group":"g","later":1}

{"student":"u","skill":["s","r"],"template":"t2","correct":0,"answered_at_ms":1600000000000}
{"student":"v","skill":"s","correct":"incorrect","day":7,"answered_at_ms":1600000000000}"#;
    let loaded = read_as(Format::Trellis, text).unwrap();
    assert_eq!(shown(&loaded), ["u r ~~ s t2 -", "u s t +", "v s . -"]);
    let second = loaded.dataset.responses[1];
    assert_eq!((second.chance, second.help), (0.25, 0.5));
    assert_eq!(
        second.day,
        Some(engine::SchoolDay::from_epoch_ms(1_700_000_000_000).0)
    );
    assert_eq!(loaded.dataset.responses[2].day, Some(7));
}

proptest! {
    /// Whatever stands in names comes back, and rows keep their order within a student.
    #[test]
    fn names_may_contain_anything(rows in prop::collection::vec((0_usize..3, 0_usize..3, any::<bool>()), 1..40),
        names in prop::collection::vec("[^\\s]\\PC{0,6}[\",;\n\t]{0,2}", 6)) {
        let mut bytes = Vec::new();
        {
            let mut writer = csv::Writer::from_writer(&mut bytes);
            writer.write_record(["student", "skill", "correct"]).unwrap();
            for (student, skill, correct) in &rows {
                let answer = if *correct { "1" } else { "0" };
                writer.write_record([&names[*student], &names[3 + skill], answer]).unwrap();
            }
            writer.flush().unwrap();
        }
        let loaded = read_bytes(Format::Csv, &bytes).unwrap();
        prop_assert_eq!(loaded.dataset.responses.len(), rows.len());
        for (response, row) in loaded.dataset.responses.iter().zip(&loaded.rows) {
            let (student, skill, correct) = rows[*row as usize - 1];
            prop_assert_eq!(&loaded.dataset.students[response.student as usize], &names[student]);
            prop_assert_eq!(&loaded.dataset.skills[response.skill as usize], &names[3 + skill]);
            prop_assert_eq!(response.correct, correct);
        }
        let places: Vec<_> = loaded.dataset.responses.iter().map(|r| r.student).zip(&loaded.rows).collect();
        prop_assert!(places.is_sorted());
    }

    /// No text at all makes the reader panic.
    #[test]
    fn any_text_is_read_or_refused(text in "[0-9a-z,\"{}:\\[\\]\n\r\t ]{0,80}") {
        for format in Format::ALL {
            let _ = read_as(format, &text);
            let _ = read_as(format, &format!("student,skill,correct,time,order\n{text}"));
        }
    }
}
