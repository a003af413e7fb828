//! `trellis bridge analyse`

use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::Context as _;
use api::Analysis;
use clap::Args;
use item_bank::Bank;

use crate::commands::say;
use crate::readings::analyse_here;

/// Bytes that are read of a file: far more than the words that a text may have.
const LARGEST: u64 = 1 << 20;

#[derive(Args, Debug)]
pub struct AnalyseArgs {
    /// A plain text of 1 to 2,000 words; an empty line parts paragraphs.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Print as JSON, as the API answers.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &AnalyseArgs) -> anyhow::Result<()> {
    let shown = args.file.display();
    let size = std::fs::metadata(&args.file)
        .with_context(|| format!("{shown} cannot be read"))?
        .len();
    anyhow::ensure!(
        size <= LARGEST,
        "{shown} has {size} bytes: give a plain text of at most 2,000 words"
    );
    let text = std::fs::read_to_string(&args.file)
        .with_context(|| format!("{shown} cannot be read: give a plain text in UTF-8"))?;
    let found = analyse_here(Bank::embedded(), &text).with_context(|| shown.to_string())?;
    if args.json {
        say::line(serde_json::to_string_pretty(&found)?);
    } else {
        let name = args.file.file_stem().map(|name| name.to_string_lossy());
        say::line(page(&name.unwrap_or_default(), &found).trim_end());
    }
    Ok(())
}

/// In Markdown.
fn page(title: &str, found: &Analysis) -> String {
    let mut page = format!(
        "## {title}\n\n{} words, {} sentences.\n\n### Ideas of the bank\n\n",
        found.words,
        found.sentences.len()
    );
    // writing to a String cannot fail
    for concept in &found.concepts {
        let _ = writeln!(
            page,
            "- **{}** (`{}`), score {:.2}, {:.0} % ahead of the next: {}",
            concept.title,
            concept.topic,
            concept.score,
            concept.margin * 100.0,
            concept.reasons.join("; ")
        );
    }
    if let Some(why) = &found.no_concept {
        let _ = writeln!(page, "{why}");
    }
    page.push_str("\n### Terms\n\n");
    for term in &found.terms {
        let _ = writeln!(
            page,
            "- {} (tier {}, {}): {}",
            term.en,
            term.tier,
            times(term.count),
            term.gloss
        );
    }
    page.push_str("\n### Key sentences\n\n");
    for sentence in found.sentences.iter().filter(|it| it.key) {
        let _ = writeln!(
            page,
            "- {}\n  ({})",
            sentence.text,
            sentence.reasons.join("; ")
        );
    }
    page.push_str("\n### Words without a card\n\n");
    for word in &found.unknown {
        let _ = writeln!(
            page,
            "- {} ({}): {}",
            word.word,
            times(word.count),
            word.reason
        );
    }
    if found.unknown.is_empty() {
        page.push_str("None.\n");
    }
    page
}

fn times(count: u32) -> String {
    match count {
        1 => "once".to_owned(),
        n => format!("{n} times"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_what_was_found_and_what_was_not() {
        let text = "The unit rate is $3 per pound. The unit rate says how much one pound costs. \
            The flonk is green.";
        let found = analyse_here(Bank::embedded(), text).unwrap();
        let page = page("prices", &found);
        for part in [
            "## prices",
            "3 sentences",
            "skill/6.RP.A.3b-unit-rate",
            "- unit rate (tier 3, 2 times)",
            "flonk (once)",
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
        let nothing = analyse_here(Bank::embedded(), "It is green.").unwrap();
        let page = super::page("green", &nothing);
        assert!(page.contains("None.") && page.contains(nothing.no_concept.as_deref().unwrap()));
    }

    #[test]
    fn a_file_that_cannot_be_read_is_named() {
        let args = |file: PathBuf| AnalyseArgs { file, json: false };
        let error = run(&args("/no/such/file.txt".into())).unwrap_err();
        assert!(format!("{error:#}").contains("/no/such/file.txt"));
        let folder = tempfile::tempdir().unwrap();
        let empty = folder.path().join("empty.txt");
        std::fs::write(&empty, " ").unwrap();
        let error = format!("{:#}", run(&args(empty)).unwrap_err());
        assert!(
            error.contains("empty.txt") && error.contains("no words"),
            "{error}"
        );
    }
}
