use item_bank::{Bank, Item, RawAnswer, check, instantiate};

use crate::fingerprint::Fingerprint;

pub fn hash(seeds: u32) -> u64 {
    let templates: Vec<_> = Bank::embedded().templates().collect();
    let mut fingerprint = Fingerprint::new();
    for (number, template) in (0..seeds).zip(templates.iter().cycle()) {
        // Seeds in use are spread over all 32 bits; so are these.
        let seed = number.wrapping_mul(0x9e37_79b9);
        match instantiate(template, seed) {
            Ok(item) => eat(&mut fingerprint, &item),
            // Refusing a seed is a result as well: both sides must refuse the same.
            Err(error) => fingerprint.eat(error.to_string().as_bytes()),
        }
    }
    fingerprint.value()
}

pub fn make(times: u32) -> u32 {
    let templates: Vec<_> = Bank::embedded().templates().collect();
    let dealt = (0..times).zip(templates.iter().cycle());
    dealt
        .map(|(seed, template)| u32::from(instantiate(template, seed).is_ok()))
        .sum()
}

fn eat(fingerprint: &mut Fingerprint, item: &Item) {
    let json = serde_json::to_vec(item).expect("an item has only string keys");
    fingerprint.eat(&json);
    let view = serde_json::to_vec(&item.view()).expect("a view has only string keys");
    fingerprint.eat(&view);
    for answer in item.right_answers().into_iter().chain(answers(item.seed)) {
        let verdict = check(item, &answer);
        fingerprint.eat(format!("{verdict:?}").as_bytes());
    }
}

/// Right now and then, wrong mostly, in each form that the checker reads.
fn answers(seed: u32) -> [RawAnswer; 10] {
    let (one, two) = (seed % 11, 1 + seed % 9);
    [
        RawAnswer::Text(format!("{one}")),
        RawAnswer::Text(format!("{one}/{two}")),
        RawAnswer::Text(format!("{two} {one}/{}", one + 1)),
        RawAnswer::Text(format!("{one}.{two}")),
        RawAnswer::Text(format!("{two}x + {one}")),
        RawAnswer::Text(format!("x > {one}")),
        RawAnswer::Points(vec![[one.cast_signed(), two.cast_signed()]]),
        RawAnswer::Cells(vec![one.to_string(), two.to_string()]),
        RawAnswer::Choice((seed % 4) as u8),
        RawAnswer::Choices(vec![(seed % 2) as u8, 2]),
    ]
}
