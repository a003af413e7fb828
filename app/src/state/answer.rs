//! The answer as it is being given, one shape for each way of giving it.

use item_bank::{CellView, Entry, Interval, IntervalEnd, RawAnswer, Unreadable};

/// What stands in the answer's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Draft {
    Text(String),
    One(Option<u8>),
    /// In the order of the choices.
    Many(Vec<u8>),
    /// The parts as they stand, first to last.
    Order(Vec<u8>),
    /// The right side for each left one; [`Draft::NOT_JOINED`] where there is none yet.
    Match(Vec<u8>),
    Points(Vec<[i32; 2]>),
    /// From and to; an end that was not touched is not there.
    Interval([Option<End>; 2]),
    Cells(Vec<String>),
}

/// An end of a part of the number line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// In steps from the start of the line.
    pub at: i32,
    pub how: How,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum How {
    /// A filled circle: the end belongs to it.
    #[default]
    Closed,
    Open,
    /// It goes on for ever.
    Endless,
}

impl Draft {
    pub const NOT_JOINED: u8 = u8::MAX;

    pub fn of(entry: &Entry) -> Self {
        match entry {
            Entry::Text(_) => Self::Text(String::new()),
            Entry::One(_) => Self::One(None),
            Entry::Many(_) => Self::Many(Vec::new()),
            Entry::Order(parts) => Self::Order((0..).take(parts.len()).collect()),
            Entry::Match([left, _]) => Self::Match(vec![Self::NOT_JOINED; left.len()]),
            Entry::Points(..) | Entry::Plot(..) => Self::Points(Vec::new()),
            Entry::Interval(_) => Self::Interval([None; 2]),
            Entry::Table { rows, .. } => {
                let gaps = rows.iter().flatten().filter(|cell| **cell == CellView::Gap);
                Self::Cells(gaps.map(|_| String::new()).collect())
            }
        }
    }

    pub fn answer(&self) -> RawAnswer {
        match self {
            Self::Text(text) => RawAnswer::Text(text.clone()),
            Self::One(Some(n)) => RawAnswer::Choice(*n),
            Self::One(None) => RawAnswer::Choices(Vec::new()),
            Self::Many(all) | Self::Order(all) | Self::Match(all) => {
                RawAnswer::Choices(all.clone())
            }
            Self::Points(points) => RawAnswer::Points(points.clone()),
            Self::Interval([from, to]) => RawAnswer::Interval(Interval {
                from: from.and_then(End::given),
                to: to.and_then(End::given),
            }),
            Self::Cells(cells) => RawAnswer::Cells(cells.clone()),
        }
    }

    /// What is still missing before it is worth checking. What only the question can tell is left
    /// to the check.
    pub fn lacks(&self) -> Option<Unreadable> {
        let (given, of) = match self {
            Self::Text(text) => (usize::from(!text.trim().is_empty()), 1),
            Self::One(one) => (usize::from(one.is_some()), 1),
            Self::Many(all) => (all.len().min(1), 1),
            Self::Order(_) => return None,
            Self::Match(all) => {
                let joined = all.iter().filter(|&&n| n != Self::NOT_JOINED);
                (joined.count(), all.len())
            }
            Self::Points(points) => (points.len().min(1), 1),
            Self::Interval(ends) => (ends.iter().flatten().count(), 2),
            Self::Cells(cells) => {
                let filled = cells.iter().filter(|text| !text.trim().is_empty());
                (filled.count(), cells.len())
            }
        };
        match given {
            0 => Some(Unreadable::Empty),
            _ if given < of => Some(Unreadable::Incomplete),
            _ => None,
        }
    }

    /// What is typed at a place: the only one, or a gap of a table.
    pub fn text(&self, at: usize) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Cells(cells) => cells.get(at).map_or("", String::as_str),
            _ => "",
        }
    }

    pub fn set_text(&mut self, at: usize, typed: String) {
        match self {
            Self::Text(text) => *text = typed,
            Self::Cells(cells) => {
                if let Some(cell) = cells.get_mut(at) {
                    *cell = typed;
                }
            }
            _ => {}
        }
    }

    pub fn has(&self, choice: u8) -> bool {
        match self {
            Self::One(one) => *one == Some(choice),
            Self::Many(all) => all.contains(&choice),
            _ => false,
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
            _ => {}
        }
    }

    /// The parts in order, or the right side of each left one.
    pub fn places(&self) -> &[u8] {
        match self {
            Self::Order(all) | Self::Match(all) => all,
            _ => &[],
        }
    }

    /// Takes the part out of one place and puts it into another; what is between moves up.
    pub fn carry(&mut self, from: usize, to: usize) {
        if let Self::Order(all) = self
            && from.max(to) < all.len()
        {
            let part = all.remove(from);
            all.insert(to, part);
        }
    }

    /// Joins a left side with a right one, which no other keeps.
    pub fn join(&mut self, left: usize, right: u8) {
        if let Self::Match(all) = self {
            for other in all.iter_mut().filter(|other| **other == right) {
                *other = Self::NOT_JOINED;
            }
            if let Some(place) = all.get_mut(left) {
                *place = right;
            }
        }
    }

    pub fn points(&self) -> &[[i32; 2]] {
        match self {
            Self::Points(points) => points,
            _ => &[],
        }
    }

    pub fn ends(&self) -> [Option<End>; 2] {
        match self {
            Self::Interval(ends) => *ends,
            _ => [None; 2],
        }
    }
}

impl End {
    fn given(self) -> Option<IntervalEnd> {
        let open = match self.how {
            How::Closed => false,
            How::Open => true,
            How::Endless => return None,
        };
        Some(IntervalEnd { at: self.at, open })
    }
}

/// A key of the pad.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PadKey {
    Type(String),
    Backspace,
}

/// One key of the pad, at the caret: `start..end` in UTF-16 units, as inputs count. Gives the text
/// that follows and where the caret goes.
pub fn press(text: &str, key: &PadKey, start: usize, end: usize) -> (String, usize) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let (start, end) = (start.min(units.len()), end.min(units.len()));
    let (start, typed) = match key {
        PadKey::Backspace if start == end => (start.saturating_sub(1), ""),
        PadKey::Backspace => (start, ""),
        PadKey::Type(typed) => (start, typed.as_str()),
    };
    let mut next = units[..start].to_vec();
    next.extend(typed.encode_utf16());
    let caret = next.len();
    next.extend(&units[end.max(start)..]);
    (String::from_utf16_lossy(&next), caret)
}

#[cfg(test)]
mod tests;
