//! The demo district runs the default model with parameters fitted to its own responses.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use engine::{SchoolDay, TermState};
use fit::model_file::{ModelFile, ModelKind};
use item_bank::Bank;
use server::bridge::words;
use server::database::{Database, Location};
use server::model::{Model, dataset, verify};
use server::{demo, nightly};
use store::Store;

use crate::support::NOW_MS;

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_district_runs_on_its_own_fit() {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::Sqlite(folder.path().join("demo.db"));
    let database = Database::open(&location).await.unwrap();
    let store = database.store();
    let step: demo::Step = Arc::new(|| ());
    demo::seed(&*store, demo::DEFAULT_SEED, NOW_MS, &step)
        .await
        .unwrap();

    let bank = Bank::embedded();
    let row = store.model_in_force().await.unwrap().unwrap();
    let file = ModelFile::from_json(&row.version.file.unwrap().text).unwrap();
    assert_eq!(file.model, ModelKind::Ability);
    let model = Model::in_force(bank, &*store).await.unwrap();
    // the classes practise some of what there is
    let practised = store.all_estimates().await.unwrap();
    let practised: HashSet<_> = practised.into_iter().map(|row| row.skill).collect();
    assert!(practised.len() >= 12, "{practised:?}");
    for skill in bank
        .skills()
        .iter()
        .filter(|it| practised.contains(&it.code))
    {
        let params = model.params(skill);
        assert_ne!(
            params, skill.params,
            "{} is as its author wrote it",
            skill.code
        );
        assert!(params.guess_slope > 0.0 && params.slip_slope > 0.0);
    }
    assert!(model.items().count() > 30, "difficulties are fitted");
    // read anew with the fit, to the last bit
    let report = verify(&*store, false).await.unwrap();
    assert!(
        report.agrees() && report.opportunities > 1_000,
        "{report:?}"
    );
    // what students can do differs, and the engine found that out
    let abilities = store.all_abilities().await.unwrap();
    let spread = |sign: f64| {
        let far = abilities.iter().filter(|row| row.ability.mean * sign > 0.5);
        far.count()
    };
    assert!(spread(1.0) > 10 && spread(-1.0) > 10);

    let data = dataset(&*store).await.unwrap();
    assert_eq!(data.responses.len() as u64, report.opportunities);
    let again = nightly::fit_once(&*store, bank, &folder.path().join("fits"), NOW_MS)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(again.params.file_name().unwrap(), "params-2026-09-10.json");
    let written = std::fs::read_to_string(&again.params).unwrap();
    let written = ModelFile::from_json(&written).unwrap();
    assert_eq!(
        written.skills, file.skills,
        "the same responses, the same fit"
    );
    assert_eq!(again.report, None, "adopting it would change nothing");
    assert_eq!(
        store.models().await.unwrap().len(),
        1,
        "a fit is not an adoption"
    );
    its_people_have_used_the_bridge(&*store).await;
    database.close().await;
}

/// "fraction" is folded for Ana, whom every guide names; the teachers read a language each, and no
/// text is approved that nobody has read.
async fn its_people_have_used_the_bridge(store: &dyn Store) {
    let class = store.class_by_code("MAPLE-27").await.unwrap().unwrap();
    let ana = store.roster(class.id).await.unwrap();
    let ana = ana.iter().find(|row| row.given_name == "Ana").unwrap().id;
    let rows = store.term_events_of_class(class.id).await.unwrap();
    let states = words::states_by_student(rows);
    let fraction = states[&ana][&"fraction".parse().unwrap()];
    assert!(fraction.is_folded(words::rule()), "{fraction:?}");
    assert!(fraction.last_use.unwrap() <= SchoolDay::from_epoch_ms(NOW_MS));
    let folded = |states: &BTreeMap<_, TermState>| {
        let folded = states.values().filter(|it| it.is_folded(words::rule()));
        folded.count()
    };
    assert!(states.values().map(folded).sum::<usize>() > 1);
    assert!(states.len() > 5, "{} students met words", states.len());
    for (who, language) in [("okafor", "es"), ("nguyen", "vi"), ("haddad", "ar")] {
        let who = store.staff_by_username(who).await.unwrap().unwrap();
        let reads = store.languages_read_by(who.id).await.unwrap();
        assert_eq!(reads, [language.parse().unwrap()]);
    }
    assert!(store.unit_reviews().await.unwrap().is_empty());
}
