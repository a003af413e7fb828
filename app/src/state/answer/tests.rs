use super::*;

fn typed(text: &str) -> PadKey {
    PadKey::Type(text.into())
}

#[test]
fn the_pad_types_at_the_caret() {
    let cases = [
        // before, key, start, end, after, caret
        ("", typed("7"), 0, 0, "7", 1),
        ("14", typed("/"), 1, 1, "1/4", 2),
        ("1234", typed("9"), 1, 3, "194", 2),
        ("12", PadKey::Backspace, 2, 2, "1", 1),
        ("12", PadKey::Backspace, 0, 0, "12", 0),
        ("1234", PadKey::Backspace, 1, 3, "14", 1),
        ("12", typed("3"), 99, 99, "123", 3),
        ("x\u{2264}", typed("3"), 2, 2, "x\u{2264}3", 3),
    ];
    for (before, key, start, end, after, caret) in cases {
        let next = press(before, &key, start, end);
        assert_eq!(next, (after.to_owned(), caret), "{before:?} {key:?}");
    }
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
    assert_eq!(one.lacks(), Some(Unreadable::Empty));
    one.set(1, true);
    one.set(2, true);
    assert_eq!(one.answer(), RawAnswer::Choice(2));
}

#[test]
fn a_part_is_carried_past_the_others() {
    let mut draft = Draft::Order(vec![0, 1, 2, 3]);
    draft.carry(0, 2);
    assert_eq!(draft.answer(), RawAnswer::Choices(vec![1, 2, 0, 3]));
    draft.carry(3, 0);
    assert_eq!(draft.places(), [3, 1, 2, 0]);
    draft.carry(1, 4);
    assert_eq!(draft.places(), [3, 1, 2, 0]);
}

#[test]
fn a_right_side_is_joined_once() {
    let none = Draft::NOT_JOINED;
    let mut draft = Draft::Match(vec![none; 3]);
    assert_eq!(draft.lacks(), Some(Unreadable::Empty));
    draft.join(0, 2);
    draft.join(1, 2);
    assert_eq!(draft.places(), [none, 2, none]);
    assert_eq!(draft.lacks(), Some(Unreadable::Incomplete));
    draft.join(1, none);
    assert_eq!(draft.places(), [none; 3]);
}

#[test]
fn an_interval_needs_both_ends_said() {
    let end = |at, how| Some(End { at, how });
    let mut draft = Draft::Interval([end(3, How::Open), None]);
    assert_eq!(draft.lacks(), Some(Unreadable::Incomplete));
    draft = Draft::Interval([end(3, How::Open), end(9, How::Endless)]);
    let from = Some(IntervalEnd { at: 3, open: true });
    assert_eq!(draft.lacks(), None);
    assert_eq!(
        draft.answer(),
        RawAnswer::Interval(Interval { from, to: None })
    );
}

#[test]
fn a_table_is_filled_gap_by_gap() {
    let gap = || CellView::Gap;
    let mut draft = Draft::of(&Entry::Table {
        header: Vec::new(),
        rows: vec![vec![CellView::Given(Vec::new()), gap()], vec![gap(), gap()]],
    });
    draft.set_text(1, "8".into());
    draft.set_text(7, "out".into());
    assert_eq!(draft.lacks(), Some(Unreadable::Incomplete));
    let cells = ["", "8", ""].map(str::to_owned).to_vec();
    assert_eq!(draft.answer(), RawAnswer::Cells(cells));
}
