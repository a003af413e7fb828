//! `trellis content sample`

use anyhow::bail;
use clap::Args;
use item_bank::{Bank, Foreseen, Item, Key, TemplateId, instantiate, plain};
use serde_json::{Value, json};

use crate::commands::say;

#[derive(Args, Debug)]
pub struct SampleArgs {
    /// Id of the template.
    #[arg(long, value_name = "ID")]
    template: TemplateId,
    /// Seed of the first item; the next has the next.
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u32,
    /// How many.
    #[arg(long, value_name = "K", default_value_t = 1)]
    count: u32,
    /// Print as a JSON array, texts as plain characters.
    #[arg(long)]
    json: bool,
    /// Print the items as the item bank makes them, with structured texts and the key, as JSON.
    #[arg(long, conflicts_with = "json")]
    whole: bool,
}

pub fn run(args: &SampleArgs) -> anyhow::Result<()> {
    let Some(template) = Bank::embedded().current(&args.template) else {
        bail!(
            "there is no template '{}': see item_bank/content/templates",
            args.template
        );
    };
    let seeds = (0..args.count).map(|n| args.seed.wrapping_add(n));
    let items = seeds
        .map(|seed| Ok(instantiate(template, seed)?))
        .collect::<anyhow::Result<Vec<_>>>()?;
    if args.whole {
        say::line(serde_json::to_string_pretty(&items)?);
        return Ok(());
    }
    if args.json {
        let items: Vec<Value> = items.iter().map(as_json).collect();
        say::line(serde_json::to_string_pretty(&items)?);
        return Ok(());
    }
    for item in &items {
        print(item);
    }
    Ok(())
}

fn as_json(item: &Item) -> Value {
    let choices: Vec<Value> = choices(item)
        .iter()
        .map(|choice| {
            json!({
                "text": plain(&choice.text),
                "correct": choice.correct,
                "feedback": choice.feedback.as_ref().map(|text| plain(text)),
            })
        })
        .collect();
    let misconceptions = item
        .misconceptions
        .iter()
        .map(|it| json!({ "answer": foreseen(&it.answer), "feedback": plain(&it.feedback) }));
    json!({
        "template": item.template.id,
        "version": item.template.version,
        "seed": item.seed,
        "skill": item.skill,
        "kind": item.kind,
        "difficulty": item.difficulty,
        "stem": plain(&item.stem),
        "figure": item.figure.as_ref().map(|figure| &figure.alt),
        "passage": item.passage,
        "form_note": item.form_note,
        "unit": item.unit,
        "answer": plain(&item.key_rich()),
        "choices": choices,
        "hints": item.hints.iter().map(|hint| plain(&hint.text)).collect::<Vec<_>>(),
        "solution": item.solution.iter().map(|step| plain(step)).collect::<Vec<_>>(),
        "misconceptions": misconceptions.collect::<Vec<_>>(),
    })
}

fn choices(item: &Item) -> &[item_bank::Choice] {
    match &item.key {
        Key::Choices(choices) => choices,
        _ => &[],
    }
}

fn foreseen(answer: &Foreseen) -> String {
    match answer {
        Foreseen::Value(value) => value.to_string(),
        Foreseen::Text(text) => text.clone(),
    }
}

fn print(item: &Item) {
    say::line(format!("{} seed {}", item.template, item.seed));
    say::line(format!("  {}", plain(&item.stem)));
    if let Some(figure) = &item.figure {
        say::line(format!("  figure: {}", figure.alt));
    }
    for choice in choices(item) {
        let mark = if choice.correct { '*' } else { ' ' };
        say::line(format!("  {mark} {}", plain(&choice.text)));
    }
    say::line(format!("  {}", item.form_note));
    say::line(format!("  answer: {}", plain(&item.key_rich())));
    for (n, hint) in item.hints.iter().enumerate() {
        say::line(format!("  hint {}: {}", n + 1, plain(&hint.text)));
    }
    for step in &item.solution {
        say::line(format!("  solution: {}", plain(step)));
    }
    for it in &item.misconceptions {
        let answer = foreseen(&it.answer);
        say::line(format!("  wrong {answer}: {}", plain(&it.feedback)));
    }
    say::line("");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_gives_a_whole_sample() {
        for template in Bank::embedded().templates() {
            let sample = as_json(&instantiate(template, 7).unwrap());
            for field in ["stem", "answer", "template"] {
                let text = sample[field].as_str().unwrap();
                assert!(!text.trim().is_empty(), "{}: no {field}", template.id);
            }
            assert_eq!(
                sample["hints"].as_array().unwrap().len(),
                template.hints.len()
            );
        }
    }
}
