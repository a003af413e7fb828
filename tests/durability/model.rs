//! `trellis model adopt` and its neighbours, as an operator types them.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::{Value, json};

use super::process::{Serving, refusal, run};

const SKILL: &str = "6.RP.A.3b-unit-rate";

fn params(folder: &Path, name: &str, guess: f64) -> String {
    let file = json!({
        "format": "trellis-model/1", "model": "ability", "forget_per": null,
        "ability": { "variance": 0.9, "drift": 0.002 },
        "skills": [{
            "code": SKILL, "prior": 0.4, "learn": 0.2, "guess": guess, "slip": 0.05, "forget": 0.0,
            "forget_daily": 0.0, "guess_slope": 1.0, "slip_slope": 1.0, "responses": 500,
            "students": 60, "log_likelihood": -210.5, "fallback": null, "draws": [],
        }],
        "items": [],
        "fitted": {
            "responses": 500, "students": 60, "skills": 1, "log_likelihood": -210.5, "seconds": 0.2,
            "seed": 1, "starts": 1, "priors": true, "sources": [], "engine_version": "0.1.0",
        },
    });
    let path = folder.join(name);
    fs::write(&path, file.to_string()).unwrap();
    path.to_str().unwrap().to_owned()
}

fn database(folder: &Path) -> String {
    let path = folder.join("trellis.db").to_str().unwrap().to_owned();
    assert!(run(&["migrate", "--database", &path]).status.success());
    path
}

fn printed(output: &Output) -> Value {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn versions(database: &str) -> Vec<Value> {
    let listed = run(&["model", "list", "--json", "--database", database]);
    printed(&listed).as_array().unwrap().clone()
}

#[test]
fn a_version_comes_into_force_and_goes_back() {
    let folder = tempfile::tempdir().unwrap();
    let database = database(folder.path());
    let file = params(folder.path(), "params.json", 0.1);
    let adopt = |more: &[&str]| {
        let always = [
            "model",
            "adopt",
            "--note",
            "a test",
            "--by",
            "M. Rivera",
            "--json",
        ];
        let all: Vec<&str> = always
            .iter()
            .chain(&["--database", &database])
            .chain(more)
            .copied()
            .collect();
        run(&all)
    };
    let report = printed(&adopt(&[&file]));
    assert_eq!(report["adopted"], Value::Null, "nobody said yes");
    assert_eq!(report["changed_skills"], json!([SKILL]));
    assert!(versions(&database).is_empty());

    assert_eq!(printed(&adopt(&[&file, "--yes"]))["adopted"], 1);
    let again = adopt(&[&file, "--yes"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("nothing would change"));
    assert_eq!(printed(&adopt(&["--previous", "--yes"]))["adopted"], 2);
    let listed = versions(&database);
    assert_eq!(listed.len(), 2);
    assert_eq!(
        (&listed[0]["id"], &listed[0]["in_force"]),
        (&json!(2), &json!(true))
    );
    assert_eq!(listed[0]["previous"], 1);
    assert_eq!(listed[1]["adopted_by"], "M. Rivera");
    assert_eq!(listed[1]["note"], "a test");

    let out = folder.path().join("responses.jsonl");
    let export = [
        "export",
        "responses",
        "--json",
        "--database",
        &database,
        "--out",
    ];
    let export: Vec<&str> = export.into_iter().chain(out.to_str()).collect();
    assert_eq!(printed(&run(&export))["responses"], 0);
    assert_eq!(fs::read_to_string(&out).unwrap(), "");
}

#[test]
fn a_running_server_is_not_changed_under_its_feet() {
    let folder = tempfile::tempdir().unwrap();
    let database = database(folder.path());
    let file = params(folder.path(), "params.json", 0.1);
    let _server = Serving::start(Path::new(&database));
    let adopt = [
        "model",
        "adopt",
        &file,
        "--note",
        "a test",
        "--database",
        &database,
    ];
    // the report can be had
    assert!(run(&adopt).status.success());
    let with_yes: Vec<&str> = adopt.into_iter().chain(["--yes"]).collect();
    let (code, said) = refusal(&with_yes);
    assert_eq!(code, Some(1), "{said}");
    for word in ["process", "Stop it", "nothing was changed"] {
        assert!(said.contains(word), "{said:?} does not say {word:?}");
    }
    assert!(versions(&database).is_empty());
}

#[test]
fn a_bad_file_says_which_skill_and_which_field() {
    let folder = tempfile::tempdir().unwrap();
    let database = database(folder.path());
    let file = params(folder.path(), "bad.json", 0.9);
    let adopt = [
        "model",
        "adopt",
        &file,
        "--note",
        "a test",
        "--yes",
        "--database",
        &database,
    ];
    let (code, said) = refusal(&adopt);
    assert_eq!(code, Some(1), "{said}");
    for word in ["bad.json", SKILL, "guess is 0.9", "nothing was changed"] {
        assert!(said.contains(word), "{said:?} does not say {word:?}");
    }
    let missing = [
        "model",
        "adopt",
        "gone.json",
        "--note",
        "x",
        "--yes",
        "--database",
        &database,
    ];
    let (code, said) = refusal(&missing);
    assert_eq!(code, Some(1));
    assert!(said.contains("gone.json cannot be read"), "{said}");
    let nowhere = folder
        .path()
        .join("nowhere.db")
        .to_str()
        .unwrap()
        .to_owned();
    let file = params(folder.path(), "good.json", 0.1);
    let adopt = [
        "model",
        "adopt",
        &file,
        "--note",
        "x",
        "--yes",
        "--database",
        &nowhere,
    ];
    let (code, said) = refusal(&adopt);
    assert_eq!(code, Some(1));
    assert!(said.contains("no such file"), "{said}");
    assert!(
        !Path::new(&nowhere).exists(),
        "a database is not made by adopting"
    );
}
