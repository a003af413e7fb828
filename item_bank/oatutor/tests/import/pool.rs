//! Small pools of our own, in OATutor's layout.

use std::fs;
use std::path::Path;

use oatutor::{Import, ImportOptions, import};
use tempfile::TempDir;

pub const CC_BY: &str = "https://creativecommons.org/licenses/by/4.0/ <CC BY 4.0>";

/// A folder that is removed with it.
pub struct Pool(TempDir);

/// A step's file and its hints' file, as JSON texts.
pub struct Step<'a> {
    pub name: &'a str,
    pub file: &'a str,
    pub hints: &'a str,
}

impl Pool {
    pub fn new() -> Self {
        let pool = Self(TempDir::new().expect("a temporary folder"));
        pool.write("skillModel.json", "{}");
        pool.write(
            "coursePlans.json",
            &format!(
                r#"[{{"courseName": "Licensed", "courseLicense": "{CC_BY}", "courseOER": NaN}},
                    {{"courseName": "Unlicensed", "courseLicense": 0.0}}]"#
            ),
        );
        pool
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, text).expect("the file is written");
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// A problem with the fields given (a JSON object) and its steps.
    pub fn problem(&self, id: &str, fields: &str, steps: &[Step<'_>]) {
        self.write(&format!("content-pool/{id}/{id}.json"), fields);
        for Step { name, file, hints } in steps {
            let folder = format!("content-pool/{id}/steps/{name}");
            self.write(&format!("{folder}/{name}.json"), file);
            let hints = format!("[{hints}]");
            self.write(
                &format!("{folder}/tutoring/{name}DefaultPathway.json"),
                &hints,
            );
        }
        self.skills();
    }

    /// A licensed problem of one step, `<id>a`.
    pub fn one(&self, id: &str, step: &str, hints: &str) {
        let fields = format!(
            r#"{{"title": "Title", "body": "", "license": "{CC_BY}", "oer": "https://x.org <A Book>"}}"#
        );
        let name = format!("{id}a");
        let step = Step {
            name: &name,
            file: step,
            hints,
        };
        self.problem(id, &fields, &[step]);
    }

    /// Every step belongs to one skill.
    fn skills(&self) {
        let problems = fs::read_dir(self.0.path().join("content-pool")).expect("problems");
        let mut model = Vec::new();
        for problem in problems.map(|entry| entry.expect("an entry").path()) {
            for step in fs::read_dir(problem.join("steps")).into_iter().flatten() {
                let name = step.expect("a step").file_name();
                model.push(format!(
                    r#""{}": ["add_whole_numbers"]"#,
                    name.to_string_lossy()
                ));
            }
        }
        self.write("skillModel.json", &format!("{{{}}}", model.join(",")));
    }

    pub fn import(&self) -> Import {
        import(self.path(), &ImportOptions::default()).expect("the pool is read")
    }
}

/// `reason: detail` of everything held back.
pub fn held(import: &Import) -> Vec<String> {
    let held = import.held_back.iter();
    held.map(|h| format!("{}: {}", h.reason.code(), h.detail))
        .collect()
}

/// A step that asks for a number.
pub fn number(title: &str, answer: &str) -> String {
    format!(
        r#"{{"stepTitle": "{title}", "stepBody": "", "stepAnswer": ["{answer}"], "problemType": "TextBox", "answerType": "arithmetic"}}"#
    )
}

/// A hint with an id and what it depends on, a JSON list.
pub fn hint(id: &str, text: &str, dependencies: &str) -> String {
    format!(
        r#"{{"id": "{id}", "type": "hint", "title": "nan", "text": "{text}", "dependencies": {dependencies}, "license": ""}}"#
    )
}
