//! Content files from a folder, as authors have them on their disk.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use item_bank::author::{AuthorError, Sources};
use item_bank::{Bank, Template};

/// A content file as it stands on the disk.
#[derive(Debug)]
pub struct SourceFile {
    /// As content names it: `content/templates/ratios/unit-rate.toml`.
    pub name: String,
    pub path: PathBuf,
    pub text: String,
}

/// The `.toml` files under a folder, or one of them.
#[derive(Debug)]
pub struct Folder {
    pub files: Vec<SourceFile>,
}

/// A file that does not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFailure {
    pub file: String,
    /// 0 when it is not known.
    pub line: usize,
    pub message: String,
}

impl Folder {
    /// In the order of their names.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut paths = Vec::new();
        if root.is_dir() {
            collect(root, &mut paths)?;
        } else {
            paths.push(root.to_owned());
        }
        paths.sort();
        let file = |path: PathBuf| {
            let text = fs::read_to_string(&path).map_err(|error| {
                io::Error::new(error.kind(), format!("{}: {error}", path.display()))
            })?;
            let name = name_of(root, &path);
            Ok(SourceFile { name, path, text })
        };
        let files = paths.into_iter().map(file).collect::<io::Result<_>>()?;
        Ok(Self { files })
    }

    /// Whether it is a whole content folder rather than some templates.
    pub fn has_skills(&self) -> bool {
        self.files
            .iter()
            .any(|it| it.name.starts_with("content/skills/"))
    }

    /// All of it as a bank.
    pub fn bank(&self) -> Result<Bank, Vec<ReadFailure>> {
        let failures: Vec<ReadFailure> = self
            .files
            .iter()
            .filter_map(|file| file.templates().err())
            .collect();
        if !failures.is_empty() {
            return Err(failures);
        }
        let files: Vec<(&str, &str)> = self
            .files
            .iter()
            .map(|it| (it.name.as_str(), it.text.as_str()))
            .collect();
        Bank::build(&files).map_err(|error| {
            let message = error.to_string();
            let named = self.files.iter().find(|it| message.starts_with(&it.name));
            vec![ReadFailure {
                file: named.map_or_else(|| "content".to_owned(), |it| it.name.clone()),
                line: line_named(&message),
                message,
            }]
        })
    }

    /// Where a thing of this id begins; 0 when it has no heading there.
    pub fn line_of(&self, file: &str, id: &str) -> usize {
        let file = self.files.iter().find(|it| it.name == file);
        file.map_or(0, |file| file.line_of(id))
    }
}

impl SourceFile {
    /// The templates of it; none for a file of another kind.
    pub fn templates(&self) -> Result<Vec<Template>, ReadFailure> {
        match Sources::read(&[(&self.name, &self.text)]) {
            Ok(sources) => Ok(sources.templates.into_iter().map(|(_, it)| it).collect()),
            Err(error) => {
                let message = match &error {
                    AuthorError::Toml { message, .. } | AuthorError::Mark { message, .. } => {
                        message.clone()
                    }
                    AuthorError::Unplaced { .. } => error.to_string(),
                };
                Err(ReadFailure {
                    file: self.name.clone(),
                    line: line_named(&message),
                    message,
                })
            }
        }
    }

    pub fn line_of(&self, id: &str) -> usize {
        let headings = [format!("id = \"{id}\""), format!("code = \"{id}\"")];
        let found = self.text.lines().position(|line| {
            let line = line.trim();
            headings.iter().any(|heading| line.starts_with(heading))
        });
        found.map_or(0, |n| n + 1)
    }
}

/// What the reader of TOML says: "TOML parse error at line 12, column 3".
fn line_named(message: &str) -> usize {
    let number = message.split("at line ").nth(1).unwrap_or_default();
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, found)?;
        } else if path.extension().is_some_and(|it| it == "toml") {
            found.push(path);
        }
    }
    Ok(())
}

/// From the last part that content knows; what stands in none is taken for templates.
fn name_of(root: &Path, path: &Path) -> String {
    const KNOWN: [&str; 4] = ["skills", "templates", "passages", "bridge"];
    const ALONE: [&str; 2] = ["pathways.toml", "terms.toml"];
    let parts: Vec<String> = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    let last = parts.last().cloned().unwrap_or_default();
    if ALONE.contains(&last.as_str()) {
        return format!("content/{last}");
    }
    let at = parts
        .iter()
        .rposition(|part| KNOWN.contains(&part.as_str()));
    if let Some(at) = at {
        return format!("content/{}", parts[at..].join("/"));
    }
    let below = path.strip_prefix(root).ok();
    let below = below
        .map(|it| it.display().to_string())
        .filter(|it| !it.is_empty());
    format!("content/templates/{}", below.unwrap_or(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_as_content_names_them() {
        let check = |root: &str, path: &str, name: &str| {
            assert_eq!(name_of(Path::new(root), Path::new(path)), name);
        };
        check("c", "c/skills/ratios.toml", "content/skills/ratios.toml");
        check("c", "c/templates/a/b.toml", "content/templates/a/b.toml");
        check("c", "c/terms.toml", "content/terms.toml");
        check("mine.toml", "mine.toml", "content/templates/mine.toml");
        check("mine", "mine/x/y.toml", "content/templates/x/y.toml");
    }

    #[test]
    fn a_file_that_does_not_read_is_named_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.toml");
        fs::write(&path, "[[template]]\nid = \"mine\"\nversions = 1\n").unwrap();
        let failures = Folder::read(folder.path()).unwrap().bank().unwrap_err();
        assert_eq!(failures.len(), 1);
        let failure = &failures[0];
        assert_eq!(
            (failure.file.as_str(), failure.line),
            ("content/templates/mine.toml", 3)
        );
        assert!(failure.message.contains("versions"), "{}", failure.message);
    }
}
