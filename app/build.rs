//! Makes the typed messages of `src/i18n` from `item_bank/content/interface/en.toml`, and refuses to
//! build while another language lacks a key, has one too many, or fills in other values.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

use sha2::{Digest, Sha256};

type Sections = BTreeMap<String, BTreeMap<String, String>>;

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let content = Path::new(&root).join("../item_bank/content");
    let english = content.join("interface/en.toml");
    println!("cargo:rerun-if-changed={}", english.display());
    println!(
        "cargo:rerun-if-changed={}",
        content.join("bridge").display()
    );
    let texts = read(&english)?;
    for folder in fs::read_dir(content.join("bridge"))? {
        let file = folder?.path().join("interface.toml");
        if file.exists() {
            println!("cargo:rerun-if-changed={}", file.display());
            agree(&texts, &read(&file)?, &file)?;
        }
    }
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("messages.rs"), messages(&texts))
}

/// All texts by key, in order of their keys.
fn read(file: &Path) -> io::Result<BTreeMap<String, String>> {
    let wrong = |what: String| io::Error::other(format!("{}: {what}", file.display()));
    let sections: Sections =
        toml::from_str(&fs::read_to_string(file)?).map_err(|error| wrong(error.to_string()))?;
    let mut texts = BTreeMap::new();
    for (key, text) in sections.into_values().flatten() {
        if texts.insert(key.clone(), text).is_some() {
            return Err(wrong(format!("the key '{key}' is there twice")));
        }
    }
    Ok(texts)
}

fn agree(
    english: &BTreeMap<String, String>,
    other: &BTreeMap<String, String>,
    file: &Path,
) -> io::Result<()> {
    let mut faults = Vec::new();
    for (key, text) in english {
        match other.get(key) {
            None => faults.push(format!("the key '{key}' is missing")),
            Some(there) if values(there) != values(text) => faults.push(format!(
                "'{key}' fills in {:?}, the English {:?}",
                values(there),
                values(text)
            )),
            Some(_) => {}
        }
    }
    let known = |key: &&String| !english.contains_key(*key);
    faults.extend(
        other
            .keys()
            .filter(known)
            .map(|key| format!("'{key}' is no key of the app")),
    );
    if faults.is_empty() {
        return Ok(());
    }
    Err(io::Error::other(format!(
        "{}: {}",
        file.display(),
        faults.join("; ")
    )))
}

/// What a text fills in, and whether it is a number: `{name}`, `{n, number}`, `{n, plural, ...}`.
fn values(text: &str) -> BTreeMap<String, bool> {
    let mut found = BTreeMap::new();
    for (at, _) in text.match_indices('{') {
        let rest = &text[at + 1..];
        let name: String = rest
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let after = rest[name.len()..].trim_start();
        // a branch of a plural is a `{` that no name and end follow
        if name.is_empty() || !after.starts_with(['}', ',']) {
            continue;
        }
        let number = after.starts_with(',')
            && ["number", "plural"]
                .iter()
                .any(|kind| after[1..].trim_start().starts_with(kind));
        if after.starts_with(',') && !number {
            continue;
        }
        let known = found.entry(name).or_insert(number);
        *known |= number;
    }
    found
}

fn messages(texts: &BTreeMap<String, String>) -> String {
    let mut out = String::from(
        "/// Something the student app, or a part both apps share, says. A key carries what its text needs.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Msg<'a> {\n",
    );
    let (mut places, mut args) = (String::new(), String::new());
    for (place, (key, text)) in texts.iter().enumerate() {
        let values = values(text);
        let name = pascal(key);
        let _ = writeln!(out, "    /// {}", text.replace('\n', " "));
        if values.is_empty() {
            let _ = writeln!(out, "    {name},");
            let _ = writeln!(places, "            Self::{name} => {place},");
            continue;
        }
        let kind = |number: bool| if number { "usize" } else { "&'a str" };
        let fields: Vec<String> = values
            .iter()
            .map(|(name, number)| format!("{name}: {}", kind(*number)))
            .collect();
        let names: BTreeSet<&str> = values.keys().map(String::as_str).collect();
        let given: Vec<String> = values
            .iter()
            .map(|(name, number)| {
                let kind = if *number { "Number" } else { "Text" };
                format!("Some((\"{name}\", Arg::{kind}({name})))")
            })
            .chain(std::iter::repeat_n(
                "NONE".to_owned(),
                4_usize.saturating_sub(values.len()),
            ))
            .collect();
        let _ = writeln!(out, "    {name} {{ {} }},", fields.join(", "));
        let bound: Vec<&str> = names.into_iter().collect();
        let _ = writeln!(places, "            Self::{name} {{ .. }} => {place},");
        let _ = writeln!(
            args,
            "            Self::{name} {{ {} }} => [{}],",
            bound.join(", "),
            given.join(", ")
        );
    }
    // Two matches: places in their order are hardly code, and few messages fill in.
    out.push_str("}\n\nimpl<'a> Msg<'a> {\n    /// Its place among the texts.\n");
    out.push_str("    fn place(self) -> usize {\n        match self {\n");
    out.push_str(&places);
    out.push_str("        }\n    }\n\n    /// What is filled in.\n");
    out.push_str("    #[expect(clippy::match_same_arms, reason = \"messages differ though they fill in alike\")]\n");
    out.push_str("    fn args(self) -> Args<'a> {\n        match self {\n");
    out.push_str(&args);
    out.push_str("            _ => [NONE; 4],\n        }\n    }\n}\n\n");
    let _ = writeln!(out, "static ENGLISH: [&str; {}] = [", texts.len());
    for text in texts.values() {
        let _ = writeln!(out, "    {text:?},");
    }
    out.push_str("];\n\n");
    let keys: Vec<&str> = texts.keys().map(String::as_str).collect();
    let hash = hex::encode(Sha256::digest(keys.join("\n").as_bytes()));
    let _ = writeln!(
        out,
        "/// Which keys these are: a pack of others is not ours.\nconst KEYS: &str = {:?};",
        &hash[..16]
    );
    out
}

/// `hint-button` as `HintButton`.
fn pascal(key: &str) -> String {
    key.split('-')
        .map(|part| {
            let mut letters = part.chars();
            let first = letters.next().map(|c| c.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<String>()
        })
        .collect()
}
