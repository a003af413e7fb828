//! Every message for a bad file, word for word.

use super::{Format, ReadOptions, read_as, read_bytes, read_files};

fn says(format: Format, text: &str, expected: &str) {
    assert_eq!(read_as(format, text).unwrap_err().to_string(), expected);
}

#[test]
fn empty_files() {
    for format in Format::ALL {
        for text in ["", "\n\r\n \n", "\u{feff}"] {
            says(format, text, "f: the file is empty; it must hold responses");
        }
    }
    says(
        Format::Csv,
        "student,skill,correct\n",
        "f: the header stands alone; responses must follow it",
    );
    says(
        Format::Datashop,
        "Anon Student Id\tProblem Name\tCorrect First Attempt\tKC(A)\n\n",
        "f: the header stands alone; responses must follow it",
    );
    let none: [&str; 0] = [];
    assert_eq!(
        crate::formats::read(&none, Format::Csv, &ReadOptions::default())
            .unwrap_err()
            .to_string(),
        "no file was given; name at least one file of responses"
    );
}

#[test]
fn missing_columns() {
    says(
        Format::Csv,
        "user_id,skill,correct\nu,s,1\n",
        "f, line 1: there is no column `student` (found: user_id, skill, correct); if `user_id` is it, rename it",
    );
    says(
        Format::Csv,
        "\nstudent,b,correct\nu,s,1\n",
        "f, line 2: there is no column `skill` (found: student, b, correct); add it to the header and the rows",
    );
    says(
        Format::Datashop,
        "Anon Student Id,Problem Name,Correct First Attempt\nu,p,1\n",
        "f, line 1: there is no column `KC(Default)` (found: Anon Student Id, Problem Name, Correct First Attempt); \
         add it to the header and the rows",
    );
    says(
        Format::Csv,
        "student,skill,Correct,CORRECT\nu,s,1,1\n",
        "f, line 1, column `correct`: the header names the column twice; keep one of them",
    );
}

#[test]
fn a_component_column_that_is_not_there() {
    let options = ReadOptions {
        kc: Some("Defualt".into()),
        ..ReadOptions::default()
    };
    let text = "Anon Student Id,Problem Name,Correct First Attempt,KC(Default)\nu,p,1,k\n";
    let error = read_files(Format::Datashop, &[("f", text.as_bytes())], &options).unwrap_err();
    assert_eq!(
        error.to_string(),
        "f, line 1: there is no column `KC(Defualt)` (found: Anon Student Id, Problem Name, \
         Correct First Attempt, KC(Default)); if `KC(Default)` is it, rename it"
    );
}

#[test]
fn answers_that_are_none() {
    for bad in ["NaN", "0.5", "2", "maybe"] {
        says(
            Format::Csv,
            &format!("student,skill,correct\nu,s,1\nu,s,{bad}\n"),
            &format!(
                "f, line 3, column `correct`: `{bad}` is neither right nor wrong; write 1 or 0 \
                 (also read: 1.0 and 0.0, true and false, correct and incorrect)"
            ),
        );
        says(
            Format::Akt,
            &format!("0,u\n1,1,1\n1,{bad},0\n"),
            &format!(
                "f, line 3, column `answer 2`: `{bad}` is neither right nor wrong; write 1 or 0 \
                 (also read: 1.0 and 0.0, true and false, correct and incorrect)"
            ),
        );
    }
    says(
        Format::Csv,
        "student,skill,correct\r\nu,s,1\r\n\r\nu,s,\r\n",
        "f, line 4, column `correct`: the value is empty; every response needs one",
    );
    says(
        Format::Trellis,
        "{\"student\":\"u\",\"skill\":\"s\",\"correct\":0.5}\n",
        "f, line 1, column `correct`: `0.5` is neither right nor wrong; write 1 or 0 \
         (also read: 1.0 and 0.0, true and false, correct and incorrect)",
    );
}

#[test]
fn a_quoted_line_feed_does_not_shift_the_line() {
    says(
        Format::Csv,
        "student,skill,correct\r\n\"a\r\nb\",s,1\r\nu,s,x\r\n",
        "f, line 4, column `correct`: `x` is neither right nor wrong; write 1 or 0 \
         (also read: 1.0 and 0.0, true and false, correct and incorrect)",
    );
}

#[test]
fn rows_and_values() {
    says(
        Format::Csv,
        "student,skill,correct\nu,s,1\nu,s,1,9\n",
        "f, line 3: 4 fields where the header has 3; put values that contain the separator in quotes",
    );
    says(
        Format::Csv,
        "student,skill,correct\n,s,1\n",
        "f, line 2, column `student`: the value is empty; every response needs one",
    );
    says(
        Format::Csv,
        "student,skill,correct,item\nu,s,1,\n",
        "f, line 2, column `item`: the value is empty; every response needs one",
    );
    says(
        Format::Csv,
        "student,skill,correct,time\nu,s,1,noon\n",
        "f, line 2, column `time`: `noon` is not a time; write epoch milliseconds or seconds, \
         2026-11-22, or 2026-11-22T09:30:00Z",
    );
    says(
        Format::Csv,
        "student,skill,correct,order\nu,s,1,NaN\n",
        "f, line 2, column `order`: `NaN` is not a number",
    );
    says(
        Format::Csv,
        "student,skill,correct\nu,,1\nv,,0\n",
        "f: none of the 2 rows could be used: no skill",
    );
}

#[test]
fn records_of_unequal_lines() {
    says(
        Format::Akt,
        "0,u\n1,1,1\n1,0,1\n1,v\n2,2\n1,1,0\n",
        "f, line 5: 2 skills but 3 answers on line 6; the lines of one student must be equally long",
    );
    says(
        Format::Akt,
        "0,u\n7,8\n1,1\n1,0\n1,v\n7\n2,2\n1,1\n",
        "f, line 6: 1 items but 2 answers on line 8; the lines of one student must be equally long",
    );
    says(
        Format::Akt,
        "0,u\n1,1\n1,0\n1,v\n2,2\n",
        "f, line 4: the last student has 2 of 3 lines; the file is cut off or a line is missing before",
    );
    says(
        Format::Akt,
        "\n1,1\n1,0\n",
        "f, line 1, column `student`: the value is empty; every response needs one",
    );
}

#[test]
fn another_format_than_was_said() {
    let akt = "0,u\n1,1\n1,0\n".replace('u', "77");
    says(
        Format::Csv,
        &akt,
        "f: this looks like akt, not csv; use --format akt",
    );
    says(
        Format::Datashop,
        &akt,
        "f: this looks like akt, not datashop; use --format akt",
    );
    says(
        Format::Trellis,
        &akt,
        "f: this looks like akt, not trellis; use --format akt",
    );
    let csv = "student,skill,correct\nu,s,1\n";
    says(
        Format::Akt,
        csv,
        "f: this looks like csv, not akt; use --format csv",
    );
    says(
        Format::Trellis,
        csv,
        "f: this looks like csv, not trellis; use --format csv",
    );
    let datashop = "Row,Anon Student Id,Problem Name,Correct First Attempt,KC(A)\n1,u,p,1,k\n";
    says(
        Format::Csv,
        datashop,
        "f: this looks like datashop, not csv; use --format datashop",
    );
    let trellis = "{\"student\":\"u\",\"skill\":\"s\",\"correct\":true}\n";
    says(
        Format::Csv,
        trellis,
        "f: this looks like trellis, not csv; use --format trellis",
    );
    says(
        Format::Akt,
        trellis,
        "f: this looks like trellis, not akt; use --format trellis",
    );
    assert_eq!(
        "xml".parse::<Format>().unwrap_err().to_string(),
        "`xml` is no format of responses; choose trellis, datashop, akt or csv"
    );
}

#[test]
fn json_lines() {
    says(
        Format::Trellis,
        "{\"student\":\"u\",\"skill\":\"s\",\"correct\":true}\n{\"student\":\"u\",\"skill\":\"s\"}\n",
        "f, line 2: not a JSON object with the fields of the trellis format: missing field `correct` (character 27)",
    );
    says(
        Format::Trellis,
        "{\"student\":\"u\",\"skill\":\"s\",\"correct\":true,\"chance\":1.0}\n",
        "f, line 1, column `chance`: 1 is outside 0 (an open answer) up to but not 1",
    );
    says(
        Format::Trellis,
        "{\"student\":\"u\",\"skill\":\"s\",\"correct\":true,\"help\":-0.5}\n",
        "f, line 1, column `help`: -0.5 is outside 0 (unaided) to 1 (the last hint)",
    );
    says(
        Format::Trellis,
        "{\"student\":\"\",\"skill\":\"s\",\"correct\":true}\n",
        "f, line 1, column `student`: the value is empty; every response needs one",
    );
}

#[test]
fn bytes_that_are_no_text() {
    let check = |bytes: &[u8], expected: &str| {
        let error = read_bytes(Format::Csv, bytes).unwrap_err();
        assert_eq!(error.to_string(), expected);
    };
    check(
        b"student,skill,correct\nJos\xe9,s,1\n",
        "f, line 2: byte 0xe9 is not UTF-8; save the file as UTF-8",
    );
    check(
        b"\xff\xfes\0t\0",
        "f: this is UTF-16; save the file as UTF-8",
    );
    let error = read_bytes(Format::Csv, b"\x1f\x8b\x08garbage")
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("f: the gzip data is damaged or cut off: "),
        "{error}"
    );
    let error = crate::formats::read(&["/nowhere/x.csv"], Format::Csv, &ReadOptions::default());
    let error = error.unwrap_err().to_string();
    assert!(
        error.starts_with("/nowhere/x.csv: cannot be read: "),
        "{error}"
    );
}

#[test]
fn the_file_of_several_is_named() {
    let good = b"student,skill,correct\nu,s,1\n".as_slice();
    let bad = b"student,skill,correct\nu,s,7\n".as_slice();
    let error = read_files(
        Format::Csv,
        &[("one.csv", good), ("two.csv", bad)],
        &ReadOptions::default(),
    );
    assert!(
        error
            .unwrap_err()
            .to_string()
            .starts_with("two.csv, line 2, column `correct`: `7`")
    );
}
