//! Items made and checked in one thread, and what content weighs on the wire.

use std::hint::black_box;
use std::time::Instant;

use item_bank::{Bank, Item, Template, check, instantiate};

use crate::statistics::median;

const ROUNDS: usize = 7;
/// Of each template in each round.
const SEEDS: u32 = 20;
/// Skills of the pathway that the promise is about.
const SKILLS: usize = 20;

pub fn run() -> anyhow::Result<()> {
    let bank = Bank::embedded();
    let templates: Vec<&Template> = bank.templates().collect();
    let made: Vec<f64> = (0..ROUNDS as u32).map(|n| make_us(&templates, n)).collect();
    let checked: Vec<f64> = (0..ROUNDS as u32)
        .map(|n| check_us(&templates, n))
        .collect();
    let figures: Vec<&Template> = templates
        .iter()
        .copied()
        .filter(|t| t.figure.is_some())
        .collect();
    let drawn: Vec<f64> = (0..ROUNDS as u32).map(|n| make_us(&figures, n)).collect();
    let mut pathways = Vec::new();
    for pathway in bank.pathways() {
        let bytes = wire(bank, &pathway.skills)?;
        pathways.push((
            bytes as f64 / 1000.0,
            pathway.skills.len(),
            pathway.code.to_string(),
        ));
    }
    let per_skill = |at: &(f64, usize, String)| at.0 / at.1 as f64;
    pathways.sort_by(|a, b| per_skill(b).total_cmp(&per_skill(a)));
    let all: Vec<_> = bank.skills().iter().map(|s| s.code.clone()).collect();
    let mut twenties = Vec::new();
    for skills in all.chunks(SKILLS).filter(|skills| skills.len() == SKILLS) {
        twenties.push(wire(bank, skills)? as f64 / 1000.0);
    }
    println!(
        "{}",
        serde_json::json!({
            "templates": templates.len(),
            "items_per_s": 1e6 / median(&made),
            "item_us": median(&made),
            "with_figure_us": median(&drawn),
            "check_us": median(&checked),
            "largest_pathway": pathways.iter().max_by(|a, b| a.0.total_cmp(&b.0)),
            "twenty_skills_kb": twenties.iter().copied().fold(0.0, f64::max),
        })
    );
    Ok(())
}

/// Microseconds for one item, over all templates alike.
fn make_us(templates: &[&Template], round: u32) -> f64 {
    let start = Instant::now();
    let mut made = 0;
    for template in templates {
        for seed in 0..SEEDS {
            // a template that refuses a seed is the content check's to find
            made += u32::from(black_box(instantiate(template, round * 1000 + seed)).is_ok());
        }
    }
    start.elapsed().as_secs_f64() * 1e6 / f64::from(made.max(1))
}

/// Microseconds for one answer checked, all of them right.
fn check_us(templates: &[&Template], round: u32) -> f64 {
    let items = templates.iter().filter_map(|t| instantiate(t, round).ok());
    let given: Vec<(Item, _)> = items
        .filter_map(|item| {
            let answer = item.right_answers().into_iter().next()?;
            Some((item, answer))
        })
        .collect();
    let start = Instant::now();
    for (item, answer) in &given {
        black_box(check(item, answer));
    }
    start.elapsed().as_secs_f64() * 1e6 / given.len() as f64
}

/// Bytes of the packs that these skills travel in, compressed as the server serves them.
fn wire(bank: &Bank, skills: &[item_bank::SkillCode]) -> anyhow::Result<usize> {
    let names: Vec<String> = skills
        .iter()
        .filter_map(|code| bank.skill(code))
        .map(item_bank::Skill::pack)
        .collect();
    let mut bytes = 0;
    for pack in bank
        .packs()
        .iter()
        .filter(|pack| names.contains(&pack.name))
    {
        let mut out = Vec::new();
        let options = brotli::enc::BrotliEncoderParams {
            // as the server compresses what a teacher may change any day
            quality: 9,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut pack.json.as_bytes(), &mut out, &options)?;
        bytes += out.len();
    }
    Ok(bytes)
}
