//! Parsed JSON, and what every type asks of it.

use crate::Wrong;

/// A JSON value. Numbers are doubles, as in every browser.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    Null,
    Truth(bool),
    Number(f64),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

static NULL: Node = Node::Null;

/// The largest whole number up to which doubles have every whole number: 2^53 - 1.
const MAX_SAFE: f64 = 9_007_199_254_740_991.0;

impl Node {
    /// The value of a field; null where there is none.
    #[inline(never)]
    pub fn field(&self, name: &'static str, wrong: &mut Wrong) -> &Node {
        let fields = self.fields(wrong);
        wrong.field = name;
        let found = fields.iter().find(|(key, _)| key == name);
        found.map_or(&NULL, |(_, value)| value)
    }

    /// Whether an object has the field, be it null.
    #[inline(never)]
    pub fn has(&self, name: &str, wrong: &mut Wrong) -> bool {
        self.fields(wrong).iter().any(|(key, _)| key == name)
    }

    #[inline(never)]
    pub fn fields(&self, wrong: &mut Wrong) -> &[(String, Node)] {
        if let Self::Object(fields) = self {
            return fields;
        }
        wrong.expected("an object");
        &[]
    }

    #[inline(never)]
    pub fn items(&self, wrong: &mut Wrong) -> &[Node] {
        if let Self::List(items) = self {
            return items;
        }
        wrong.expected("a list");
        &[]
    }

    /// The items of a list that has exactly so many; nulls otherwise.
    #[inline(never)]
    pub fn parts<const N: usize>(&self, wrong: &mut Wrong) -> [&Node; N] {
        let items = self.items(wrong);
        if items.len() != N {
            wrong.expected("a list of another length");
        }
        std::array::from_fn(|n| items.get(n).unwrap_or(&NULL))
    }

    #[inline(never)]
    pub fn text(&self, wrong: &mut Wrong) -> String {
        if let Self::Text(text) = self {
            return text.clone();
        }
        wrong.expected("a text");
        String::new()
    }

    #[inline(never)]
    pub fn truth(&self, wrong: &mut Wrong) -> bool {
        if let Self::Truth(truth) = self {
            return *truth;
        }
        wrong.expected("true or false");
        false
    }

    #[inline(never)]
    pub fn number(&self, wrong: &mut Wrong) -> f64 {
        if let Self::Number(number) = self {
            return *number;
        }
        wrong.expected("a number");
        0.0
    }

    /// A whole number from `low` to `high`. Both are kept within what doubles hold exactly.
    #[inline(never)]
    pub fn whole(&self, low: f64, high: f64, wrong: &mut Wrong) -> f64 {
        let number = self.number(wrong);
        let within = low.max(-MAX_SAFE)..=high.min(MAX_SAFE);
        if number.trunc() == number && within.contains(&number) {
            return number;
        }
        wrong.expected("a whole number within its range");
        0.0
    }

    /// Which of `names` an externally tagged enum is, as its place there, and what it holds; the
    /// first of them, holding null, where it is none.
    #[inline(never)]
    pub fn variant(&self, names: &[&str], wrong: &mut Wrong) -> (usize, &Node) {
        let (name, content) = match self {
            Self::Text(name) => (name.as_str(), &NULL),
            Self::Object(fields) if fields.len() == 1 => (fields[0].0.as_str(), &fields[0].1),
            _ => ("", &NULL),
        };
        if let Some(place) = names.iter().position(|known| *known == name) {
            return (place, content);
        }
        wrong.expected("a known choice");
        (0, &NULL)
    }
}
