//! The files of the checkout that people write.

use std::fs;
use std::path::{Path, PathBuf};

pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests
        .parent()
        .expect("tests/ is in the workspace")
        .to_owned()
}

/// A text file and its path from the root, with `/` between the parts.
#[derive(Debug)]
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// Test code may do what the rest may not: break a database, say.
    pub fn is_test(&self) -> bool {
        self.path.starts_with("tests/")
            || self.path.contains("/tests/")
            || self.path.ends_with("/tests.rs")
    }

    /// The lines before the test module at the end, where there is one.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().take_while(|(_, line)| *line != "#[cfg(test)]")
    }

    /// The lines with their numbers from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
    }
}

/// All files of one kind under a folder, in order. A folder that is not there has none.
pub fn sources(folder: &str, extension: &str) -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    let mut waiting = vec![root.join(folder)];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let name = path
                .file_name()
                .and_then(|n| n.to_str())
                .unwrap_or_default();
            if !matches!(name, "target" | "node_modules" | "var" | ".git") {
                let entries = fs::read_dir(&path).expect("a folder of the checkout");
                waiting.extend(entries.map(|entry| entry.expect("a readable entry").path()));
            }
        } else if path.extension().is_some_and(|e| e == extension) {
            let text = fs::read_to_string(&path).expect("a text file");
            let path = path.strip_prefix(&root).expect("a path under the root");
            found.push(Source {
                path: path.to_string_lossy().replace('\\', "/"),
                text,
            });
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// Fails with all offences at once, so that one run shows the whole work.
pub fn refuse(rule: &str, offences: &[String]) {
    assert!(offences.is_empty(), "{rule}\n  {}", offences.join("\n  "));
}

#[test]
fn the_tree_is_found() {
    // Every rule below passes on an empty list: this is what makes them tests.
    assert!(sources("", "rs").len() > 50);
    assert!(
        sources("engine/src", "rs")
            .iter()
            .all(|s| s.path.starts_with("engine/src/"))
    );
}
