//! `trellis model fit`, `evaluate` and `simulate` as an operator calls them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

fn trellis(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_trellis"))
        .args(arguments)
        .output()
        .expect("trellis runs")
}

fn json(output: &Output) -> Value {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// What was said of a refusal; nothing goes to standard output.
fn refusal(output: &Output) -> String {
    assert!(!output.status.success());
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr.clone()).expect("text")
}

/// Students of two strengths who learn two skills, by a small generator of random numbers.
fn responses(folder: &TempDir) -> PathBuf {
    let mut state = 7_u64;
    let mut below = |n: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % n
    };
    let mut text = String::from("student,skill,item,correct,group\n");
    for student in 0..60 {
        let strong = student % 2;
        for skill in ["ratio", "percent"] {
            let mut known = below(10) < 3 + 2 * strong;
            for n in 0..12 {
                let right = below(20) < if known { 18 } else { 4 + 3 * strong };
                let group = ["a", "b"][student as usize % 2];
                let (item, right) = (n % 4, u8::from(right));
                writeln!(text, "s{student},{skill},{skill}-{item},{right},{group}")
                    .expect("memory");
                known |= below(10) < 2;
            }
        }
    }
    let file = folder.path().join("responses.csv");
    std::fs::write(&file, text).expect("a file");
    file
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a name in UTF-8")
}

#[test]
fn a_fit_says_what_it_reached_and_writes_what_can_be_read_back() {
    let folder = TempDir::new().unwrap();
    let (file, out) = (responses(&folder), folder.path().join("params.json"));
    for model in ["ability", "bkt"] {
        let arguments = [
            "model",
            "fit",
            "--responses",
            text(&file),
            "--format",
            "csv",
            "--model",
            model,
            "--draws",
            "4",
            "--out",
            text(&out),
            "--json",
        ];
        let said = json(&trellis(&arguments));
        assert_eq!(said["skills"], 2, "{said}");
        assert_eq!(said["responses"], 60 * 2 * 12);
        let reached = said["log_likelihood"].as_f64().unwrap();
        // a coin would reach -998
        assert!((-900.0..-500.0).contains(&reached), "{reached}");
        assert!(said["seconds"].as_f64().unwrap() > 0.0);
        let read = fit::model_file::ModelFile::read(&out).unwrap();
        assert_eq!(read.fitted.log_likelihood.to_bits(), reached.to_bits());
        assert_eq!(read.skills.len(), 2);
    }
}

#[test]
fn the_number_of_threads_changes_no_bit_of_the_file() {
    let folder = TempDir::new().unwrap();
    let file = responses(&folder);
    let params = |threads: &str| {
        let out = folder.path().join(format!("params-{threads}.json"));
        let arguments = [
            "model",
            "fit",
            "--responses",
            text(&file),
            "--format",
            "csv",
            "--threads",
            threads,
            "--out",
            text(&out),
            "--json",
        ];
        json(&trellis(&arguments));
        let mut read: Value = serde_json::from_slice(&std::fs::read(out).unwrap()).unwrap();
        read["fitted"]["seconds"] = Value::Null;
        read
    };
    assert_eq!(params("1"), params("3"));
}

#[test]
fn an_evaluation_can_be_recomputed_from_its_predictions() {
    let folder = TempDir::new().unwrap();
    let file = responses(&folder);
    let (predictions, card) = (folder.path().join("p.csv"), folder.path().join("card.md"));
    let said = json(&trellis(&[
        "model",
        "evaluate",
        "--responses",
        text(&file),
        "--format",
        "csv",
        "--folds",
        "5",
        "--by",
        "student",
        "--resamples",
        "20",
        "--predictions",
        text(&predictions),
        "--card",
        text(&card),
        "--about",
        "Made up.",
        "--json",
    ]));
    let mut sum = 0.0;
    let mut lines = 0.0;
    let mut fold_of = std::collections::HashMap::new();
    for line in std::fs::read_to_string(&predictions)
        .unwrap()
        .lines()
        .skip(1)
    {
        let fields: Vec<&str> = line.split(',').collect();
        let (correct, predicted): (f64, f64) =
            (fields[4].parse().unwrap(), fields[6].parse().unwrap());
        sum += (correct - predicted).powi(2);
        lines += 1.0;
        let fold = fold_of
            .entry(fields[1].to_owned())
            .or_insert(fields[5].to_owned());
        assert_eq!(fold, fields[5], "a student is in one fold");
    }
    let rmse = said["rmse"].as_f64().unwrap();
    assert!((rmse - (sum / lines).sqrt()).abs() < 1e-12);
    for figure in ["auc", "log_loss", "accuracy", "ece"] {
        assert!(
            (0.0..=1.0).contains(&said[figure].as_f64().unwrap()),
            "{figure}"
        );
    }
    assert!(said["auc"].as_f64().unwrap() > 0.6);
    assert!(said["bias_by_third"]["weakest"]["bias"].is_f64());
    assert_eq!(said["bias_by_group"].as_array().unwrap().len(), 2);
    let card = std::fs::read_to_string(card).unwrap();
    assert!(card.contains("Made up.") && card.contains("card.svg"));
    assert!(folder.path().join("card.svg").exists());
}

#[test]
fn bad_input_is_refused_with_what_where_and_what_to_do() {
    let folder = TempDir::new().unwrap();
    for (content, said) in [
        ("", "the file is empty"),
        ("student,skill,correct\n", "responses must follow"),
        (
            "student,skil,correct\ns,k,1\n",
            "there is no column `skill`",
        ),
        (
            "student,skill,correct\ns,k,1\ns,k,NaN\n",
            "line 3, column `correct`: `NaN`",
        ),
        (
            "student,skill,correct\ns,k,0.5\n",
            "`0.5` is neither right nor wrong",
        ),
    ] {
        let file = folder.path().join("bad.csv");
        std::fs::write(&file, content).unwrap();
        for verb in ["fit", "evaluate"] {
            let refused = refusal(&trellis(&[
                "model",
                verb,
                "--responses",
                text(&file),
                "--format",
                "csv",
                "--json",
            ]));
            assert!(refused.contains(said), "{refused}");
            assert_eq!(refused.matches(said).count(), 1, "said twice: {refused}");
        }
    }
    let file = folder.path().join("all-right.csv");
    std::fs::write(&file, "student,skill,correct\na,k,1\nb,k,1\nc,k,1\n").unwrap();
    let refused = refusal(&trellis(&[
        "model",
        "evaluate",
        "--responses",
        text(&file),
        "--format",
        "csv",
        "--folds",
        "2",
    ]));
    assert!(
        refused.contains("every answer is right, so AUC is not defined"),
        "{refused}"
    );
    // a fit of the same goes on, and says what it is worth
    let fitted = json(&trellis(&[
        "model",
        "fit",
        "--responses",
        text(&file),
        "--format",
        "csv",
        "--json",
    ]));
    assert!(
        fitted["warnings"][0]
            .as_str()
            .unwrap()
            .contains("Every answer is right")
    );
}

#[test]
fn a_simulation_writes_its_report_and_claims_only_what_holds_everywhere() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("report");
    let arguments = ["model", "simulate", "--runs", "600", "--out", text(&out)];
    assert!(trellis(&arguments).status.success());
    for name in [
        "simulation.md",
        "simulation.json",
        "effort.svg",
        "thirds.svg",
    ] {
        assert!(
            std::fs::metadata(out.join(name)).unwrap().len() > 1_000,
            "{name}"
        );
    }
    let text = std::fs::read_to_string(out.join("simulation.md")).unwrap();
    assert!(text.contains("Against BKT") && text.contains("under"));
}
