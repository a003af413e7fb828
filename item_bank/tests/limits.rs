//! Whatever a student sends, checking it ends soon and takes little: no panic, at most 10 ms and
//! 1 MB for any input of 10 kB.
use std::time::{Duration, Instant};

use allocation_counter::measure;
use item_bank::{Bank, Interval, IntervalEnd, Item, Kind, RawAnswer, check, instantiate};
use proptest::prelude::*;

const MOST_TIME: Duration = Duration::from_millis(10);
const MOST_MEMORY: u64 = 1_000_000;
const INPUT: usize = 10_000;

/// One item of each kind that the bank has, of the hardest template.
fn items() -> Vec<Item> {
    let bank = Bank::embedded();
    let of = |kind| {
        let templates = bank.templates().filter(|t| t.kind == kind);
        templates
            .max_by_key(|t| t.difficulty as u8)
            .and_then(|t| instantiate(t, 7).ok())
    };
    Kind::ALL.into_iter().filter_map(of).collect()
}

fn bounded(items: &[Item], answer: &RawAnswer) {
    for item in items {
        let taken = measure(|| {
            let _ = check(item, answer);
        })
        .bytes_max;
        assert!(
            taken <= MOST_MEMORY,
            "{:?}: {taken} bytes for {answer:?}",
            item.kind
        );
        // a machine that does something else in between is not the checker's fault
        let time = || {
            let start = Instant::now();
            let _ = check(item, answer);
            start.elapsed()
        };
        let best = (0..4).map(|_| time()).min().unwrap_or_default();
        assert!(
            best <= MOST_TIME,
            "{:?}: {best:?} for {answer:?}",
            item.kind
        );
    }
}

#[test]
fn the_bank_has_every_kind() {
    assert_eq!(items().len(), Kind::ALL.len());
}

#[test]
fn the_worst_that_people_thought_of() {
    let items = items();
    let texts = [
        "9".repeat(INPUT),
        "(".repeat(INPUT),
        "x^".repeat(INPUT / 2),
        "(x+1)^40".repeat(22),
        "(a+b+c+d+e+f+g+h)^40".to_owned(),
        "((((((x^40)^40)^40)^40)^40)^40)".to_owned(),
        "1/".repeat(INPUT / 2),
        ",".repeat(INPUT),
        "-".repeat(INPUT),
        "\u{feff}".repeat(INPUT / 3),
        "½".repeat(60),
        "e".repeat(INPUT),
        "< ".repeat(100),
        "1e999999999".to_owned(),
        "(123456789x+987654321)^40/(123456788x+987654322)^40".to_owned(),
    ];
    for text in texts {
        bounded(&items, &RawAnswer::Cells(vec![text.clone(); 3]));
        bounded(&items, &RawAnswer::Text(text));
    }
    bounded(
        &items,
        &RawAnswer::Choices((0..=255).cycle().take(INPUT).collect()),
    );
    bounded(
        &items,
        &RawAnswer::Points(vec![[i32::MAX, i32::MIN]; INPUT / 8]),
    );
    bounded(&items, &RawAnswer::Cells(vec![String::new(); INPUT]));
    let end = Some(IntervalEnd {
        at: i32::MIN,
        open: true,
    });
    bounded(
        &items,
        &RawAnswer::Interval(Interval { from: end, to: end }),
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in "\\PC{0,2500}") {
        bounded(&items(), &RawAnswer::Text(text));
    }

    #[test]
    fn any_mathematics(text in "[-+0-9xy*/^()<>=., ½%$√|]{0,200}") {
        let items = items();
        bounded(&items, &RawAnswer::Cells(vec![text.clone(), text.clone()]));
        bounded(&items, &RawAnswer::Text(text));
    }

    #[test]
    fn any_marks(points in prop::collection::vec(any::<[i32; 2]>(), 0..1000), at in prop::collection::vec(any::<u8>(), 0..1000)) {
        let items = items();
        bounded(&items, &RawAnswer::Points(points));
        bounded(&items, &RawAnswer::Choices(at));
    }
}
