//! The answer as it is being written: typed, tapped on the number pad, or chosen.

use item_bank::{Form, Item, Key, Kind, Math, RawAnswer, read_number};

/// What stands in the answer box, or which choices are ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Draft {
    Text(String),
    One(Option<u8>),
    /// In the order of the choices.
    Many(Vec<u8>),
}

impl Draft {
    pub fn for_item(item: &Item) -> Self {
        match item.kind {
            Kind::Choice => Self::One(None),
            Kind::MultiSelect => Self::Many(Vec::new()),
            _ => Self::Text(String::new()),
        }
    }

    pub fn answer(&self) -> RawAnswer {
        match self {
            Self::Text(text) => RawAnswer::Text(text.clone()),
            Self::One(Some(n)) => RawAnswer::Choice(*n),
            Self::One(None) => RawAnswer::Choices(Vec::new()),
            Self::Many(all) => RawAnswer::Choices(all.clone()),
        }
    }

    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::One(one) => one.is_none(),
            Self::Many(all) => all.is_empty(),
        }
    }

    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }

    pub fn has(&self, choice: u8) -> bool {
        match self {
            Self::One(one) => *one == Some(choice),
            Self::Many(all) => all.contains(&choice),
            Self::Text(_) => false,
        }
    }

    pub fn set(&mut self, choice: u8, on: bool) {
        match self {
            Self::One(one) => *one = on.then_some(choice),
            Self::Many(all) => {
                all.retain(|&other| other != choice);
                if on {
                    all.insert(all.partition_point(|&other| other < choice), choice);
                }
            }
            Self::Text(_) => {}
        }
    }

    /// How the text will be read, where that is worth showing: a fraction or a mixed number.
    pub fn preview(&self) -> Option<Math> {
        let Self::Text(text) = self else { return None };
        if !text.contains(['/', '\u{2044}', '\u{f7}']) {
            return None;
        }
        read_number(text).ok().map(|read| read.layout())
    }

    /// One key of the pad, at the caret: `start..end` in UTF-16 units, as inputs count. Returns
    /// where the caret goes.
    pub fn press(&mut self, key: PadKey, start: usize, end: usize) -> usize {
        let Self::Text(text) = self else { return 0 };
        let units: Vec<u16> = text.encode_utf16().collect();
        let (start, end) = (start.min(units.len()), end.min(units.len()));
        let (start, typed) = match key {
            PadKey::Backspace if start == end => (start.saturating_sub(1), ""),
            PadKey::Backspace => (start, ""),
            PadKey::Type(typed) => (start, typed),
        };
        let mut next = units[..start].to_vec();
        next.extend(typed.encode_utf16());
        let caret = next.len();
        next.extend(&units[end.max(start)..]);
        *text = String::from_utf16_lossy(&next);
        caret
    }
}

/// A key of the number pad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PadKey {
    Type(&'static str),
    Backspace,
}

/// The keys below the digits that this item may need. A form that asks for a decimal is not
/// offered a fraction bar, which would give the form away as wrong.
pub fn keys_for(item: &Item) -> Vec<PadKey> {
    let form = match &item.key {
        Key::Number { form, .. } => *form,
        Key::Choices(_) => return Vec::new(),
    };
    let (point, bar, space) = match (item.kind, form) {
        (_, Form::Decimal) => (true, false, false),
        (Kind::Integer, _) => (false, false, false),
        (Kind::Decimal, _) => (true, true, false),
        (_, Form::Any) => (true, true, true),
        _ => (false, true, true),
    };
    [(point, "."), (bar, "/"), (space, " "), (true, "-")]
        .into_iter()
        .filter(|(wanted, _)| *wanted)
        .map(|(_, typed)| PadKey::Type(typed))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Draft {
        Draft::Text(text.into())
    }

    #[test]
    fn the_pad_types_at_the_caret() {
        let cases = [
            // before, key, start, end, after, caret
            ("", PadKey::Type("7"), 0, 0, "7", 1),
            ("14", PadKey::Type("/"), 1, 1, "1/4", 2),
            ("1234", PadKey::Type("9"), 1, 3, "194", 2),
            ("12", PadKey::Backspace, 2, 2, "1", 1),
            ("12", PadKey::Backspace, 0, 0, "12", 0),
            ("1234", PadKey::Backspace, 1, 3, "14", 1),
            ("12", PadKey::Type("3"), 99, 99, "123", 3),
        ];
        for (before, key, start, end, after, caret) in cases {
            let mut draft = text(before);
            assert_eq!(draft.press(key, start, end), caret, "{before:?} {key:?}");
            assert_eq!(draft, text(after), "{before:?} {key:?}");
        }
    }

    #[test]
    fn a_mixed_number_is_previewed_stacked_and_a_plain_one_not_at_all() {
        assert_eq!(
            text("1 3/4").preview().map(|math| math.plain()),
            Some("1 3/4".into())
        );
        assert_eq!(text("12").preview(), None);
        assert_eq!(text("1/").preview(), None);
        assert_eq!(text("1/0").preview(), None);
    }

    #[test]
    fn choices_are_kept_in_their_order() {
        let mut draft = Draft::Many(Vec::new());
        for choice in [2, 0, 3] {
            draft.set(choice, true);
        }
        draft.set(3, false);
        assert_eq!(draft.answer(), RawAnswer::Choices(vec![0, 2]));
        let mut one = Draft::One(None);
        assert!(one.is_empty());
        one.set(1, true);
        one.set(2, true);
        assert_eq!(one.answer(), RawAnswer::Choice(2));
    }
}
