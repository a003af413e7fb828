//! Dependency edges. The direction is the design's: api <- app, server; item_bank <- api, app,
//! server; engine <- all of them; nothing upward.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Linked, linked, manifests, named};
use crate::tree::refuse;

const PLATFORMS: [&str; 2] = ["wasm32-unknown-unknown", "x86_64-unknown-linux-gnu"];

/// Which of our own crates each may use. A new crate needs a line here.
const OURS: [(&str, &[&str]); 20] = [
    ("wire_read", &[]),
    ("engine", &["wire_read"]),
    ("fit", &["engine"]),
    ("simulation", &["engine"]),
    ("item_bank", &["engine", "wire_read"]),
    ("oatutor", &["engine", "item_bank"]),
    ("api", &["engine", "item_bank", "wire_read"]),
    // the app's own tests call `questions` natively; in the browser it is a module of its own
    (
        "app",
        &[
            "api",
            "browser_json",
            "engine",
            "item_bank",
            "questions",
            "wire_read",
        ],
    ),
    ("bridge", &["api", "browser_json", "engine", "item_bank"]),
    ("browser_json", &["wire_read"]),
    ("questions", &["browser_json", "item_bank"]),
    ("store", &["api", "engine", "item_bank"]),
    ("store_sqlite", &["api", "engine", "item_bank", "store"]),
    (
        "server",
        &[
            "api",
            "engine",
            "fit",
            "item_bank",
            "oatutor",
            "simulation",
            "store",
            "store_sqlite",
        ],
    ),
    ("golden", &["engine", "item_bank"]),
    ("wire-tests", &[]),
    (
        "bench",
        &[
            "api",
            "engine",
            "fit",
            "item_bank",
            "simulation",
            "server",
            "store_sqlite",
        ],
    ),
    (
        "trellis-tests",
        &[
            "api",
            "engine",
            "fit",
            "item_bank",
            "server",
            "store",
            "store_sqlite",
        ],
    ),
    ("xtask", &[]),
    ("xtask-web", &["xtask"]),
];

const RUNTIMES: [&str; 4] = ["async-std", "mio", "smol", "tokio"];
const NETWORK: [&str; 6] = ["axum", "hyper", "reqwest", "rustls", "socket2", "ureq"];
const DATABASES: [&str; 4] = ["libsqlite3-sys", "rusqlite", "sqlx", "sqlx-core"];
const BROWSER: [&str; 5] = ["gloo-net", "js-sys", "leptos", "wasm-bindgen", "web-sys"];
const CLOCKS_AND_CHANCE: [&str; 5] = ["chrono", "getrandom", "jiff", "rand", "time"];
/// Each costs the student's first load tens to hundreds of kilobytes (shared/STACK.md, 3.8).
const HEAVY: [&str; 5] = ["chrono", "jiff", "regex", "regex-lite", "reqwest"];

#[test]
fn engine_and_item_bank_are_pure() {
    let impure = [
        &RUNTIMES[..],
        &NETWORK,
        &DATABASES,
        &BROWSER,
        &CLOCKS_AND_CHANCE,
    ]
    .concat();
    let why = "it does no I/O, has no clock, and runs alike everywhere";
    forbid("engine", &impure, why);
    forbid("item_bank", &impure, why);
}

#[test]
fn the_app_carries_nothing_of_the_server() {
    let server = [&RUNTIMES[..], &NETWORK, &DATABASES, &["server", "store"]].concat();
    forbid("app", &server, "the app runs in a browser");
}

#[test]
fn students_and_devices_never_run_a_fit() {
    let why = "what students meet is `engine` with the parameters that come out of a fit";
    for name in ["app", "bridge", "item_bank", "api", "store", "store_sqlite"] {
        forbid(name, &["fit", "simulation", "rayon", "statrs"], why);
    }
}

#[test]
fn the_app_stays_light() {
    let why = "the first load has 250 KB for everything";
    forbid_on(PLATFORMS[0], "app", &HEAVY, why);
    forbid_on(PLATFORMS[0], "bridge", &HEAVY, why);
}

#[test]
fn answer_keys_stay_out_of_the_shell() {
    let why = "it would bring everything that makes and checks questions along";
    forbid_on(PLATFORMS[0], "app", &["questions"], why);
}

#[test]
fn the_store_traits_know_no_database() {
    let databases = [&DATABASES[..], &RUNTIMES].concat();
    let why = "what a database is, and how statements are run, stays behind the traits";
    forbid("store", &databases, why);
}

#[test]
fn the_wire_is_types_only() {
    let metadata = manifests();
    let allowed = BTreeSet::from([
        "engine",
        "item_bank",
        "serde",
        "utoipa",
        "uuid",
        "wire_read",
    ]);
    let found = named(&metadata, "api");
    let more: Vec<_> = found
        .iter()
        .filter(|name| !allowed.contains(name.as_str()))
        .collect();
    assert!(
        more.is_empty(),
        "api uses {more:?}: it holds types, and decides or computes nothing"
    );
}

#[test]
fn handlers_know_no_database() {
    let metadata = manifests();
    let found = named(&metadata, "server");
    let more: Vec<_> = DATABASES
        .iter()
        .filter(|name| found.contains(**name))
        .collect();
    assert!(
        more.is_empty(),
        "server uses {more:?}: say it through the traits of `store`"
    );
}

#[test]
fn our_crates_use_only_what_is_below_them() {
    let table: BTreeMap<_, _> = OURS.into_iter().collect();
    let metadata = manifests();
    let ours: BTreeSet<String> = metadata
        .workspace_packages()
        .iter()
        .map(|p| p.name.to_string())
        .collect();
    let mut offences = Vec::new();
    for name in &ours {
        let Some(allowed) = table.get(name.as_str()) else {
            offences.push(format!(
                "{name} is new: give it a line in tests/architecture/edges.rs"
            ));
            continue;
        };
        for used in named(&metadata, name).intersection(&ours) {
            if !allowed.contains(&used.as_str()) {
                offences.push(format!("{name} uses {used}"));
            }
        }
    }
    refuse(
        "Dependencies point downward (shared/DESIGN.md, section 2):",
        &offences,
    );
}

#[test]
fn a_forbidden_edge_would_be_seen() {
    let rusqlite = linked("store_sqlite", PLATFORMS[1])
        .into_iter()
        .find(|l| l.name == "rusqlite");
    let way = rusqlite.expect("the store is on rusqlite").way;
    assert_eq!(way.first().map(String::as_str), Some("store_sqlite"));
    assert_eq!(way.last().map(String::as_str), Some("rusqlite"));
}

fn forbid(name: &str, forbidden: &[&str], why: &str) {
    for platform in PLATFORMS {
        forbid_on(platform, name, forbidden, why);
    }
}

fn forbid_on(platform: &str, name: &str, forbidden: &[&str], why: &str) {
    for linked in linked(name, platform) {
        let refused = forbidden.contains(&linked.name.as_str()) && !only_linked_away(&linked);
        assert!(!refused, "{} on {platform}: {why}", linked.way.join(" -> "));
    }
}

/// `leptos` brings `leptos_config`, which reads a server's settings with `regex`. A browser app calls
/// none of it, and nothing of it is left after linking: the size budget would show 182 KB more.
fn only_linked_away(linked: &Linked) -> bool {
    linked.name == "regex"
        && linked
            .way
            .iter()
            .any(|name| name.starts_with("leptos_config"))
}
