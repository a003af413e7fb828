//! One of everything that the student's shell reads, with every field in use and every variant.

use api::{BatchReply, Plan, Problem, ResponseRecord, Session};
use item_bank::Verdict;
use item_bank::bridge::interface::InterfacePack;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const ID: &str = "0199e4a2-7b3c-7def-8123-456789abcdef";
const OTHER_ID: &str = "0199e4a2-7b3c-7def-8123-0123456789ab";

fn of<T: DeserializeOwned>(json: Value) -> T {
    serde_json::from_value(json).expect("a sample is what its type reads")
}

fn state() -> Value {
    json!({
        "odds": 0.1 + 0.2, "opportunities": 12, "evidence": 9, "unaided": 7, "unbridged": 3,
        "run": 2, "since_run": 4, "stability": 3.123_456_789_012_345, "last_day": 20_500,
    })
}

pub fn plan() -> Plan {
    let pack = json!({ "name": "fractions-5", "sha256": "ab12" });
    let term = json!({
        "met": 5, "asked": 2, "used": 3, "misused": 1, "run": 2, "run_days": 1,
        "last_use": 20_499, "relapses": 1,
    });
    of(json!({
        "student": {
            "id": ID, "given_name": "Zo\"ë", "home_language": "es", "support": "emerging",
        },
        "assignments": [{
            "id": ID, "class": OTHER_ID, "class_title": "5B", "teacher": "R. Diaz",
            "pathway": {
                "code": "p", "title": "Fractions", "summary": "s", "grades": [4, 5],
                "skills": ["a", "b"],
            },
            "assigned_at_ms": 1_758_567_600_000_i64,
        }],
        "skills": [{
            "code": "b", "title": "Add", "short": "Add", "you_can": "add", "grade": 5,
            "domain": "d", "standards": ["5.NF.1"], "prerequisites": ["a"],
            "params": {
                "prior": 0.3, "learn": 0.15, "guess": 0.1, "slip": 0.1, "forget": 0.01,
                "forget_daily": 0.01, "guess_slope": 1.0, "slip_slope": 1.0,
            },
        }],
        "pins": ["b"],
        "estimates": [{ "skill": "b", "state": state() }],
        "ability": { "mean": -0.4, "variance": 0.9 },
        "items": [{ "template": "t", "difficulty": -1.25 }],
        "policy": {
            "mastery": { "threshold": 0.95, "min_unaided": 3 },
            "zone": { "low": 0.65, "target": 0.75, "high": 0.85 },
            "ability": { "variance": 1.0, "drift": 0.01 },
            "bridge": "demo-drafts",
        },
        "packs": [pack],
        "language_pack": pack,
        "english_pack": pack,
        "bridge": {
            "rule": { "uses": 3, "days": 2 },
            "terms": [{ "term": "whole", "state": term }],
            "support": [
                { "skill": "a", "level": "expanding" }, { "skill": "b", "level": "bridging" },
                { "skill": "c", "level": "exited" }, { "skill": "d", "level": "none" },
            ],
            "readings": [{
                "id": ID, "title": "Rivers", "class_title": "5B", "teacher": "R. Diaz",
                "assigned_at_ms": 1, "pack": pack,
            }],
        },
        "languages": [{
            "tag": "ar", "name": "العربية", "right_to_left": true, "interface": pack,
        }],
        "server_time_ms": 1_758_567_600_123_i64,
    }))
}

/// Without whatever has a default.
pub fn plan_of_an_older_server() -> Value {
    let mut plan = serde_json::to_value(plan()).expect("a plan is JSON");
    for field in ["pins", "english_pack", "bridge"] {
        plan.as_object_mut().expect("an object").remove(field);
    }
    let language = plan["languages"][0].as_object_mut().expect("an object");
    language.remove("right_to_left");
    language.remove("interface");
    let params = &mut plan["skills"][0]["params"];
    for field in ["forget", "forget_daily", "guess_slope", "slip_slope"] {
        params.as_object_mut().expect("an object").remove(field);
    }
    plan
}

pub fn session() -> Vec<Session> {
    ["student", "teacher"]
        .map(|role| {
            of(json!({
                "user": ID, "role": role, "display_name": "Ana", "home_language": "zh-Hans",
                "expires_at_ms": 1_758_567_600_123_i64,
            }))
        })
        .into()
}

pub fn batch_reply() -> BatchReply {
    let mut outcomes = vec![
        json!({ "id": ID, "status": "duplicate" }),
        json!({ "id": ID, "status": { "stored": { "skill": "a", "result": "correct" } } }),
    ];
    for reason in [
        "unknown-template",
        "version-gone",
        "id-reused",
        "unreadable",
        "out-of-range",
    ] {
        let rejected = json!({ "rejected": { "reason": reason, "detail": "why" } });
        outcomes.push(json!({ "id": ID, "status": rejected }));
    }
    of(json!({
        "outcomes": outcomes,
        "estimates": [{ "skill": "a", "state": state() }],
        "ability": { "mean": 0.3, "variance": 0.5 },
        "server_time_ms": 5,
        "clock": { "off_by_ms": -90_000, "detail": "late", "remedy": "set it" },
    }))
}

pub fn problems() -> Vec<Problem> {
    let codes = [
        "wrong-sign-in",
        "ambiguous-name",
        "too-many-tries",
        "not-signed-in",
        "session-expired",
        "forbidden",
        "not-found",
        "method-not-allowed",
        "malformed",
        "too-large",
        "wrong-media-type",
        "cross-site",
        "conflict",
        "busy",
        "storage-unavailable",
        "timeout",
        "internal",
    ];
    codes
        .iter()
        .map(|code| {
            of(json!({
                "type": "about:blank", "code": code, "title": "t", "status": 429, "detail": "d",
                "remedy": "r", "field": "name", "retry_after_s": 30,
            }))
        })
        .collect()
}

pub fn records() -> Vec<ResponseRecord> {
    let answers = [
        json!({ "text": "3/4" }),
        json!({ "choice": 2 }),
        json!({ "choices": [0, 3] }),
        json!({ "cells": ["1", ""] }),
        json!({ "points": [[1, -2], [3, 4]] }),
        json!({ "interval": { "from": { "at": -3, "open": true }, "to": null } }),
    ];
    answers
        .iter()
        .map(|answer| {
            of(json!({
                "id": ID, "template": { "id": "t", "version": 2 }, "seed": 4_294_967_295_u32,
                "attempt": 1, "answer": answer, "hints": 2, "bridge": true,
                "answered_at_ms": -5, "elapsed_ms": 1_000,
            }))
        })
        .collect()
}

pub fn verdicts() -> Vec<Verdict> {
    let almost = [
        "not-simplest",
        "not-mixed",
        "not-decimal",
        "not-percent",
        "not-rounded",
        "wrong-unit",
        "missing-unit",
        "not-expanded",
        "not-factored",
        "not-solved",
        "already-solved",
        "spelling",
    ];
    let unreadable = [
        "empty",
        "not-a-number",
        "zero-denominator",
        "too-long",
        "wrong-kind",
        "incomplete",
        "not-algebra",
        "open-bracket",
        "no-relation",
        "other-letter",
        "too-complicated",
    ];
    let mut all = vec![
        json!("correct"),
        json!({ "wrong": {} }),
        json!({ "wrong": { "feedback": 1 } }),
    ];
    all.extend(almost.map(|why| json!({ "almost": { "why": why } })));
    all.extend(unreadable.map(|why| json!({ "unreadable": { "why": why } })));
    all.into_iter().map(of).collect()
}

pub fn interface_pack() -> InterfacePack {
    of(json!({
        "language": "ar", "right_to_left": true, "keys": "ab12", "texts": ["تحقق", "{n} من {of}"],
    }))
}
