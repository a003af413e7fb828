//! What was measured against what was promised (shared/DESIGN.md, section 10).

use std::{fmt::Write as _, fs, thread};

use anyhow::{Context, Result};
use serde_json::Value;

pub struct Measured<'m> {
    pub sizes: &'m Value,
    pub engine: &'m Value,
    pub load: &'m Value,
    pub feedback: &'m Value,
    pub bridge: &'m Value,
}

struct Row {
    what: String,
    value: f64,
    unit: &'static str,
    budget: Budget,
}

#[derive(Clone, Copy)]
enum Budget {
    AtMost(f64),
    AtLeast(f64),
    /// Told for its own sake: a rate of one run says nothing about another's.
    None,
}

impl Measured<'_> {
    pub fn to_markdown(&self) -> Result<String> {
        let mut out = format!("Measured on {}.\n\n", machine());
        out.push_str("| what | measured | budget | |\n|---|---:|---:|---|\n");
        for row in self.rows()? {
            let (budget, met) = match row.budget {
                Budget::AtMost(limit) => (format!("≤ {}", shown(limit)), Some(row.value <= limit)),
                Budget::AtLeast(limit) => (format!("≥ {}", shown(limit)), Some(row.value >= limit)),
                Budget::None => (String::new(), None),
            };
            let met = match met {
                Some(true) => "met",
                Some(false) => "**missed**",
                None => "",
            };
            let (value, unit) = (shown(row.value), row.unit);
            writeln!(out, "| {} | {value} {unit} | {budget} | {met} |", row.what)?;
        }
        Ok(out)
    }

    fn rows(&self) -> Result<Vec<Row>> {
        use Budget::{AtLeast, AtMost, None};

        let kb = |path: &str| Ok::<_, anyhow::Error>(number(self.sizes, path)? / 1_000.0);
        let load = |path: &str| number(self.load, path);
        let ours = load("/trellis/per_s")?;
        let connections = load("/connections")?;
        let mut rows = Vec::new();
        let mut row = |what: &str, value: f64, unit, budget| {
            rows.push(Row {
                what: what.to_owned(),
                value,
                unit,
                budget,
            });
        };
        let budget = AtMost(kb("/budget")?);
        row(
            "student app, first load, brotli",
            kb("/student/brotli")?,
            "KB",
            budget,
        );
        row(
            "… and with the first question",
            kb("/questions/brotli")?,
            "KB",
            AtMost(kb("/questions_budget")?),
        );
        row(
            "staff app, first load, brotli",
            kb("/staff/brotli")?,
            "KB",
            None,
        );
        for (slower, limit) in [("4", 50.0), ("10", 100.0)] {
            let what = format!("Check → feedback painted, processor {slower}× slower, median");
            let median = number(self.feedback, &format!("/{slower}/median_ms"))?;
            row(&what, median, "ms", AtMost(limit));
            let worst = number(self.feedback, &format!("/{slower}/p95_ms"))?;
            row("… 95th percentile", worst, "ms", None);
        }
        let bridge = |what: &str| number(self.bridge, &format!("/4/{what}_ms"));
        row(
            "opening the bridge → painted, processor 4× slower, median",
            bridge("median")?,
            "ms",
            AtMost(50.0),
        );
        row("… 95th percentile", bridge("p95")?, "ms", None);
        row(
            "… until the whole panel stands, median",
            bridge("whole_median")?,
            "ms",
            None,
        );
        row(
            "… an empty element by such a press, median",
            bridge("floor_median")?,
            "ms",
            None,
        );
        row(
            "engine: one update",
            number(self.engine, "/update_ns")?,
            "ns",
            AtMost(100.0),
        );
        let selection = number(self.engine, "/selection_us")?;
        row(
            "engine: selection over 500 skills",
            selection,
            "µs",
            AtMost(100.0),
        );
        let what = format!("responses, durable and checked again, {connections} students at once");
        row(&what, ours, "/s", None);
        let single = ours / load("/transaction_each/per_s")?;
        row(
            "… against a transaction for each response",
            single,
            "×",
            AtLeast(5.0),
        );
        let parsed = ours / load("/parse_only/per_s")?;
        row(
            "… against an endpoint that only parses",
            parsed,
            "×",
            AtLeast(0.2),
        );
        row(
            "… server CPU for each",
            load("/trellis/cpu_ms")?,
            "ms",
            AtMost(0.15),
        );
        row(
            "… acknowledged per sync of the disk",
            ours / load("/syncs_per_s")?,
            "",
            None,
        );
        let what = format!("open loop, {}/s: median", load("/open_loop/per_s")?);
        row(&what, load("/open_loop/p50_ms")?, "ms", None);
        row(
            "… 99th percentile",
            load("/open_loop/p99_ms")?,
            "ms",
            AtMost(10.0),
        );
        Ok(rows)
    }
}

pub fn number(value: &Value, path: &str) -> Result<f64> {
    value
        .pointer(path)
        .and_then(Value::as_f64)
        .with_context(|| format!("the measurement has no number at {path}: {value}"))
}

/// Three significant digits, and no more.
pub fn shown(value: f64) -> String {
    let places = match value.abs() {
        v if v >= 100.0 => 0,
        v if v >= 10.0 => 1,
        v if v >= 1.0 => 2,
        _ => 3,
    };
    let text = format!("{value:.places$}");
    if text.contains('.') {
        return text.trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    text
}

/// The processor's name and how many of them.
pub fn machine() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info
        .lines()
        .find(|line| line.starts_with("model name"))
        .and_then(|line| line.split_once(": "));
    let model = model.map_or("an unknown processor", |(_, name)| name.trim());
    let cores = thread::available_parallelism().map_or(1, usize::from);
    format!("{model}, {cores} cores, client and server on the same machine")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_have_three_digits() {
        for (value, expected) in [
            (18373.4, "18373"),
            (50.0, "50"),
            (4.126, "4.13"),
            (0.05, "0.05"),
        ] {
            assert_eq!(shown(value), expected);
        }
    }

    #[test]
    fn a_missed_budget_is_said() {
        let feedback = json!({
            "4": { "median_ms": 51.0, "p95_ms": 60.0 }, "10": { "median_ms": 99.0, "p95_ms": 120.0 },
        });
        let measured = Measured {
            sizes: &json!({
                "budget": 250_000, "questions_budget": 200_000, "questions": { "brotli": 99_000 },
                "student": { "brotli": 240_000 }, "staff": { "brotli": 260_000 },
            }),
            engine: &json!({ "update_ns": 20.0, "selection_us": 30.0 }),
            load: &json!({
                "connections": 64, "syncs_per_s": 2_000, "parse_only": { "per_s": 60_000 },
                "trellis": { "per_s": 12_000, "cpu_ms": 0.1 },
                "transaction_each": { "per_s": 2_000 },
                "open_loop": { "per_s": 250, "p50_ms": 1.0, "p99_ms": 4.0 },
            }),
            feedback: &feedback,
            bridge: &json!({
                "4": {
                    "median_ms": 48.0, "p95_ms": 64.0, "whole_median_ms": 90.0, "floor_median_ms": 14.0,
                },
            }),
        };
        let text = measured.to_markdown().unwrap();
        let row = |what: &str| {
            text.lines()
                .find(|line| line.contains(what))
                .unwrap()
                .to_owned()
        };
        assert!(
            row("feedback painted, processor 4×").ends_with("| 51 ms | ≤ 50 | **missed** |"),
            "{text}"
        );
        assert!(
            row("opening the bridge").ends_with("| 48 ms | ≤ 50 | met |"),
            "{text}"
        );
        assert!(
            row("10× slower").ends_with("| 99 ms | ≤ 100 | met |"),
            "{text}"
        );
        assert!(
            row("a transaction for each").ends_with("| 6 × | ≥ 5 | met |"),
            "{text}"
        );
        assert!(
            row("student app").ends_with("| 240 KB | ≤ 250 | met |"),
            "{text}"
        );
    }
}
