//! `variabilization` as a row variable: the n-th value of each name belongs with the n-th of the
//! others; a shorter list begins again.

use std::collections::BTreeMap;

use item_bank::{Domain, Kind, Variable};

use crate::pool::Variables;
use crate::reason::{Held, Reason};

/// The name of the row variable.
const ROW: &str = "v";

/// The first of the letters that stand for values while an answer is read: Chinese numerals and
/// what follows them, which no formula of the pool has.
const FIRST: u32 = 0x4E00;

/// The variables that a text may use.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names(Variables);

impl Names {
    /// An inner level's values come in the place of an outer level's.
    pub fn new<'a>(levels: impl IntoIterator<Item = &'a Variables>) -> Result<Self, Held> {
        let mut all = Variables::new();
        for level in levels {
            for (name, values) in level {
                let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
                let named =
                    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(plain);
                if !named || values.is_empty() {
                    let what = format!("'{name}' cannot name a variable, or has no values");
                    return Err(Held::new(Reason::Variables, what));
                }
                let values = values.iter().map(|value| normal(value)).collect();
                let before = all.insert(name.clone(), values);
                if before.is_some_and(|before| before != all[name]) {
                    let what = format!("'{name}' has other values in a hint");
                    return Err(Held::new(Reason::Variables, what));
                }
            }
        }
        Ok(Self(all))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn count(&self) -> usize {
        self.0.values().map(Vec::len).max().unwrap_or(1)
    }

    /// How an expression calls it.
    pub fn field(&self, name: &str) -> Result<String, Held> {
        if self.0.contains_key(name) {
            Ok(format!("{ROW}.{name}"))
        } else {
            Err(Held::new(
                Reason::Variables,
                format!("no values for '@{{{name}}}'"),
            ))
        }
    }

    pub fn in_latex(&self, latex: &str) -> Result<String, Held> {
        self.replace(latex, |field| format!("@{{{field}}}"))
    }

    /// `@{name}` as a call of ours.
    pub fn replace(&self, text: &str, call: impl Fn(&str) -> String) -> Result<String, Held> {
        let mut out = String::new();
        let mut rest = text;
        while let Some(at) = rest.find("@{") {
            let end = rest[at..].find('}').map(|end| at + end);
            let end = end.ok_or_else(|| Held::new(Reason::Variables, "a @{ without its }"))?;
            out.push_str(&rest[..at]);
            out.push_str(&call(&self.field(&rest[at + 2..end])?));
            rest = &rest[end + 1..];
        }
        out.push_str(rest);
        Ok(out)
    }

    /// An answer with a letter of its own in the place of each `@{name}`.
    pub fn letters(&self, text: &str) -> Result<String, Held> {
        let letter = |field: &str| {
            let name = &field[ROW.len() + 1..];
            let at = self.0.keys().position(|known| known == name).unwrap_or(0);
            char::from_u32(FIRST + at as u32).unwrap_or(' ').to_string()
        };
        self.replace(text, letter)
    }

    pub fn is_letter_char(c: char) -> bool {
        (FIRST..FIRST + 0x1000).contains(&u32::from(c))
    }

    pub fn is_letter(text: &str) -> bool {
        text.chars().all(Self::is_letter_char) && !text.is_empty()
    }

    /// The letters as calls of their fields again.
    pub fn put_back(&self, text: &str, call: impl Fn(&str) -> String) -> String {
        let mut out = String::new();
        for c in text.chars() {
            match self.values_of(c) {
                Some((name, _)) => out.push_str(&call(&format!("{ROW}.{name}"))),
                None => out.push(c),
            }
        }
        out
    }

    /// Whether everything that these letters stand for is a number.
    pub fn are_numbers(&self, text: &str) -> bool {
        let number = |value: &String| item_bank::read_number(value).is_ok();
        text.chars()
            .filter_map(|c| self.values_of(c))
            .all(|(_, values)| values.iter().all(number))
    }

    /// The widest kind of number among a letter's values.
    pub fn kind_of(&self, letter: &str) -> Kind {
        let values = letter.chars().next().and_then(|c| self.values_of(c));
        let any = |c: char| values.is_some_and(|(_, all)| all.iter().any(|v| v.contains(c)));
        if any('/') {
            Kind::Fraction
        } else if any('.') {
            Kind::Decimal
        } else {
            Kind::Integer
        }
    }

    fn values_of(&self, c: char) -> Option<(&String, &Vec<String>)> {
        let at = u32::from(c).checked_sub(FIRST)?;
        self.0.iter().nth(at as usize)
    }

    pub fn variables(&self) -> Vec<Variable> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let row = |n: usize| -> BTreeMap<String, String> {
            let at = |values: &Vec<String>| values[n % values.len()].clone();
            self.0
                .iter()
                .map(|(name, values)| (name.clone(), at(values)))
                .collect()
        };
        vec![Variable {
            name: ROW.to_owned(),
            domain: Domain::Row((0..self.count()).map(row).collect()),
        }]
    }
}

/// Without the dollars of a formula, and a plain number where it is one.
fn normal(value: &str) -> String {
    let text = value.replace("$$", "");
    let text = text.trim();
    let number =
        crate::source::of_latex(text).filter(|source| item_bank::read_number(source).is_ok());
    number.unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(of: &[(&str, &[&str])]) -> Variables {
        let list = |values: &[&str]| values.iter().map(|v| (*v).to_owned()).collect();
        of.iter()
            .map(|(name, values)| ((*name).to_owned(), list(values)))
            .collect()
    }

    #[test]
    fn values_stay_together_by_their_place() {
        let outer = variables(&[("a", &["1", "2", "3"]), ("unit", &["kg"])]);
        let names = Names::new([&outer]).unwrap();
        let [
            Variable {
                name,
                domain: Domain::Row(rows),
            },
        ] = &names.variables()[..]
        else {
            panic!("one row variable");
        };
        assert_eq!((name.as_str(), rows.len()), ("v", 3));
        assert_eq!(
            (rows[2]["a"].as_str(), rows[2]["unit"].as_str()),
            ("3", "kg")
        );
        assert_eq!(names.in_latex("x+@{a}").unwrap(), "x+@{v.a}");
        assert_eq!(
            names.in_latex("@{b}").unwrap_err().reason,
            Reason::Variables
        );
    }

    #[test]
    fn a_hint_cannot_change_a_value() {
        let (outer, inner) = (variables(&[("a", &["1"])]), variables(&[("a", &["2"])]));
        assert!(Names::new([&outer, &inner]).is_err());
        assert!(Names::new([&variables(&[("a b", &["1"])])]).is_err());
    }
}
