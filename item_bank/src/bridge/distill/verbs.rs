//! Task verbs as they stand in an instruction.

use crate::bridge::English;

/// Forms that an instruction commands with, the longest first.
pub(super) struct Verbs<'a> {
    forms: Vec<(&'a str, &'a str)>,
}

impl<'a> Verbs<'a> {
    pub fn of(english: &'a English) -> Self {
        let mut forms: Vec<(&str, &str)> = Vec::new();
        for (id, verb) in &english.verbs {
            let commands = |form: &&String| is_command(id, form);
            let own = verb.forms.iter().filter(commands);
            forms.extend(own.map(|form| (form.as_str(), id.as_str())));
        }
        // the order of equal lengths is that of the bank
        forms.sort_by_key(|(form, _)| usize::MAX - form.len());
        Self { forms }
    }

    /// The verb at the start of `text`, and how many bytes it takes there.
    pub fn at_start_of(&self, text: &str) -> Option<(&'a str, usize)> {
        self.forms.iter().find_map(|(form, id)| {
            let length = prefix_length(text, form)?;
            let after = text[length..].chars().next();
            let ends = after.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-'));
            ends.then_some((*id, length))
        })
    }
}

/// Not "adds", "adding": these tell, they do not command.
fn is_command(id: &str, form: &str) -> bool {
    let first = form.split(' ').next().unwrap_or(form);
    let plain = id.split('-').next().unwrap_or(id);
    first == plain || !first.ends_with("ing") && !first.ends_with('s')
}

/// Bytes of `text` that say `form`, capitals and the width of spaces aside.
fn prefix_length(text: &str, form: &str) -> Option<usize> {
    let mut rest = text;
    for (n, word) in form.split(' ').enumerate() {
        if n > 0 {
            let words = rest.trim_start();
            if words.len() == rest.len() {
                return None;
            }
            rest = words;
        }
        let start = rest.get(..word.len())?;
        if !start.eq_ignore_ascii_case(word) {
            return None;
        }
        rest = &rest[word.len()..];
    }
    Some(text.len() - rest.len())
}
