//! Texts that are filled in: `{name}`, `{n, number}`, `{n, plural, one {...} other {...}}`.

use std::collections::BTreeSet;

/// What a text asks to be filled in.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    pub names: BTreeSet<String>,
    /// The categories of each choice by number.
    pub plurals: Vec<BTreeSet<String>>,
}

/// `None` when the braces do not pair.
pub(super) fn shape(text: &str) -> Option<Shape> {
    let mut shape = Shape::default();
    read(text, &mut shape)?;
    Some(shape)
}

fn read(text: &str, shape: &mut Shape) -> Option<()> {
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let inside = braced(&rest[at..])?;
        let mut parts = inside.splitn(3, ',').map(str::trim);
        shape.names.insert(parts.next()?.to_owned());
        if let (Some("plural"), Some(branches)) = (parts.next(), parts.next()) {
            read_branches(branches, shape)?;
        }
        rest = &rest[at + inside.len() + 2..];
    }
    Some(())
}

fn read_branches(mut branches: &str, shape: &mut Shape) -> Option<()> {
    let mut categories = BTreeSet::new();
    while let Some(open) = branches.find('{') {
        let inside = braced(&branches[open..])?;
        categories.insert(branches[..open].trim().to_owned());
        read(inside, shape)?;
        branches = &branches[open + inside.len() + 2..];
    }
    shape.plurals.push(categories);
    Some(())
}

/// What stands between the brace that `text` begins with and its partner.
fn braced(text: &str) -> Option<&str> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(&text[1..at]);
                }
            }
            _ => {}
        }
    }
    None
}

/// The plural categories of a language (Unicode CLDR 46); `None` for one that is not listed here.
pub(super) fn categories(language: &str) -> Option<&'static [&'static str]> {
    Some(match language.split('-').next().unwrap_or_default() {
        "ar" => &["zero", "one", "two", "few", "many", "other"],
        "es" | "pt" | "fr" => &["one", "many", "other"],
        "ru" | "uk" => &["one", "few", "many", "other"],
        "vi" | "zh" | "ko" | "yue" => &["other"],
        "en" | "fil" | "tl" | "hy" | "pa" | "fa" | "ht" => &["one", "other"],
        _ => return None,
    })
}

/// What is wrong with a translation beside its English.
pub(super) fn difference(english: &str, home: &str, language: &str) -> Option<String> {
    let wanted = shape(english)?;
    let Some(found) = shape(home) else {
        return Some("has a brace without its pair".to_owned());
    };
    if let Some(missing) = wanted.names.difference(&found.names).next() {
        return Some(format!("lacks the placeholder {{{missing}}}"));
    }
    if let Some(unknown) = found.names.difference(&wanted.names).next() {
        return Some(format!(
            "has the placeholder {{{unknown}}}, which the English has not"
        ));
    }
    let right: BTreeSet<String> = categories(language)?
        .iter()
        .map(|&c| c.to_owned())
        .collect();
    let wrong = found.plurals.iter().find(|plural| **plural != right)?;
    let list = |names: &BTreeSet<String>| names.iter().cloned().collect::<Vec<_>>().join(", ");
    Some(format!(
        "has the plurals {}; '{language}' has {}",
        list(wrong),
        list(&right)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_and_plurals_agree() {
        let en = "{n, plural, one {{n} word} other {{n} words}} for {who}";
        for (home, language, expected) in [
            ("{n, plural, other {{n} từ}} cho {who}", "vi", None),
            (
                "{n, plural, one {{n} palabra} many {{n} de palabras} other {{n} palabras}} para {who}",
                "es",
                None,
            ),
            (
                "{n, number} words",
                "es",
                Some("lacks the placeholder {who}"),
            ),
            (
                "{n} {who} {x}",
                "es",
                Some("has the placeholder {x}, which the English has not"),
            ),
            ("{n {who}", "es", Some("has a brace without its pair")),
            (
                "{n, plural, one {a} other {b}} {who}",
                "es",
                Some("has the plurals one, other; 'es' has many, one, other"),
            ),
        ] {
            let found = difference(en, home, language);
            assert_eq!(found.as_deref(), expected, "{home}");
        }
    }
}
