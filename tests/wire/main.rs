//! The two ways of reading the wire agree: `wire_read`, which the student's shell has, and serde,
//! which everybody else has and which writes. Every type is taken as it is, and then damaged at
//! every place in every way: what one of them refuses the other must refuse, and what both take
//! must be the same.

mod compare;
mod samples;

use api::Plan;
use item_bank::{Bank, CatalogEntry, ItemView, Passage, PassageView, instantiate};

use compare::{agree, same};

#[test]
fn a_plan_reads_as_serde_reads_it() {
    agree(&samples::plan());
    let without_later_fields = samples::plan_of_an_older_server();
    same::<Plan>(&without_later_fields);
}

#[test]
fn replies_read_as_serde_reads_them() {
    agree(&samples::session());
    agree(&samples::batch_reply());
    samples::problems().iter().for_each(agree);
    samples::records().iter().for_each(agree);
    samples::verdicts().iter().for_each(agree);
    agree(&samples::interface_pack());
}

#[test]
fn every_question_of_the_bank_reads_as_serde_reads_it() {
    let bank = Bank::embedded();
    let mut kinds = std::collections::BTreeMap::<String, u32>::new();
    for template in bank.templates() {
        for seed in 0..3 {
            let view: ItemView = instantiate(template, seed).unwrap().view();
            let kind = kinds.entry(format!("{:?}", view.kind)).or_default();
            *kind += 1;
            same::<ItemView>(&serde_json::to_value(&view).unwrap());
            // damaging every one of thousands would take minutes
            if *kind <= 4 {
                agree(&view);
            }
        }
    }
    assert_eq!(kinds.len(), 16, "a kind has no question: {kinds:?}");
}

#[test]
fn catalogues_and_passages_read_as_serde_reads_them() {
    let bank = Bank::embedded();
    let entries: Vec<CatalogEntry> = bank
        .templates()
        .take(20)
        .map(|template| CatalogEntry {
            template: template.reference(),
            skill: template.skill.clone(),
            difficulty: template.difficulty,
            chance: instantiate(template, 0).unwrap().chance(),
        })
        .collect();
    agree(&entries);
    let views: Vec<PassageView> = bank
        .passages()
        .iter()
        .filter_map(Passage::view)
        .take(2)
        .collect();
    assert!(!views.is_empty());
    agree(&views);
}

#[test]
fn every_double_keeps_its_bits() {
    let tricky = [
        0.1,
        1.0 / 3.0,
        5e-324,
        f64::MAX,
        1e15 + 0.3,
        0.1 + 0.2,
        -0.0,
    ];
    for number in tricky {
        let text = serde_json::to_string(&number).unwrap();
        let read: f64 = browser_json::wire(&text).unwrap();
        assert_eq!(read.to_bits(), number.to_bits(), "{text}");
    }
}

#[test]
fn a_refusal_says_which_field() {
    let mut plan = serde_json::to_value(samples::plan()).unwrap();
    plan["skills"][0]["params"]["guess"] = "often".into();
    let refused = browser_json::wire::<Plan>(&plan.to_string()).unwrap_err();
    assert_eq!(refused.to_string(), "in \"guess\": a number was expected",);
}
