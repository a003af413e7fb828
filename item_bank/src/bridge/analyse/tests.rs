use std::time::Instant;

use super::*;
use crate::bridge::UnitId;
use crate::{Bank, instantiate, plain};

const WATER: &str = "\
The Journey of a Drop

Water never stays in one place for long. The water cycle is the process by which water moves from the \
ground to the sky and back again. When the sun warms a lake, some of the water turns into vapor and \
rises. This change is called evaporation. High in the air it is cold, so the vapor turns back into tiny \
drops. Scientists call this change condensation, and it is how clouds form.

When the drops grow heavy, they fall as rain or snow. Precipitation fills rivers and reservoirs, and some \
of it soaks into the soil, where plants drink it through their roots. Plants also give water back: \
transpiration carries it out through tiny holes in the leaves. Dr. Elena Ortiz measured 3.5 inches of rain \
in one day near Fresno. In winter, the mountains store water as snowpack. Therefore a dry winter means \
that less water reaches the farms in July.";

const RATE: &str = "\
Mr. Park fills the school pool with a hose. In 6 minutes, 48 gallons of water flow into the pool. The water \
flows at a constant rate. Find the unit rate in gallons per minute. How many gallons flow into the pool \
in 15 minutes?";

const RAILS: &str = "\
In 1862, Congress passed a law to build a transcontinental railroad. Two companies raced toward each other, \
one from Sacramento and one from Omaha. Thousands of immigrants from China did the hardest labor. They \
blasted tunnels through granite and laid track in deep snow. In June 1867 the workers went on strike. They \
demanded the same wage as other workers. The company cut off their food, and the strike ended. Historians \
use letters, photographs and the stories of descendants as evidence. The railroad changed the economy of \
the whole West.";

fn of(text: &str) -> Analysis {
    analyse(Bank::embedded(), text).expect("an analysis")
}

fn terms(found: &Analysis) -> Vec<&str> {
    found.terms.iter().map(|term| term.term.as_str()).collect()
}

fn topics(found: &Analysis) -> Vec<String> {
    found
        .concepts
        .iter()
        .map(|concept| concept.topic.to_string())
        .collect()
}

fn key(found: &Analysis) -> Vec<&str> {
    let key = found.sentences.iter().filter(|sentence| sentence.key);
    key.map(|sentence| &found.text[sentence.start..sentence.end])
        .collect()
}

fn unknown(found: &Analysis) -> Vec<&str> {
    found
        .unknown
        .iter()
        .map(|unknown| unknown.word.as_str())
        .collect()
}

#[test]
fn a_science_text() {
    let found = of(WATER);
    assert_eq!(topics(&found)[0], "passage/sierra-water-cycle");
    assert!(found.concepts[0].margin > 0.5, "{:?}", found.concepts);
    for term in [
        "cycle",
        "process",
        "vapor",
        "evaporation",
        "condensation",
        "precipitation",
    ] {
        assert!(terms(&found).contains(&term), "{term}: {:?}", terms(&found));
    }
    let key = key(&found);
    assert!(key.len() <= found.sentences.len() / 3);
    for sentence in [
        "The water cycle is the process by which water moves from the ground to the sky and back again.",
        "This change is called evaporation.",
    ] {
        assert!(key.contains(&sentence), "{key:?}");
    }
    // "Dr." ends no sentence and "3.5" is one number
    assert!(found.sentences.iter().any(|s| found.text[s.start..s.end]
        == *"Dr. Elena Ortiz measured 3.5 inches of rain in one day near Fresno."));
    // the title is a paragraph of its own and carries nothing
    assert_eq!(found.paragraphs.len(), 3);
    assert_eq!(unknown(&found), ["transpiration"]);
    assert!(
        found.unknown[0].reason.contains("-tion"),
        "{:?}",
        found.unknown
    );
}

#[test]
fn a_word_problem() {
    let found = of(RATE);
    assert_eq!(topics(&found)[0], "skill/6.RP.A.3b-unit-rate");
    // the longest term wins where it stands
    assert_eq!(terms(&found), ["rate", "unit-rate", "per"]);
    assert_eq!(
        key(&found),
        ["How many gallons flow into the pool in 15 minutes?"]
    );
    let reasons = &found.concepts[0].reasons;
    assert_eq!(
        reasons[0],
        "'unit rate' is in the text: the idea itself uses it"
    );
    assert!(
        reasons
            .iter()
            .any(|r| r.contains("it has an everyday meaning too, but 'unit rate' is in this text")),
        "{reasons:?}"
    );
}

#[test]
fn a_history_text() {
    let found = of(RAILS);
    assert_eq!(topics(&found)[0], "passage/railroad-workers");
    for term in [
        "congress",
        "transcontinental",
        "immigrant",
        "labor",
        "strike",
        "wage",
        "descendant",
    ] {
        assert!(terms(&found).contains(&term), "{term}: {:?}", terms(&found));
    }
    let key = key(&found);
    assert_eq!(
        key[0],
        "In 1862, Congress passed a law to build a transcontinental railroad."
    );
    assert!(key.len() <= 3);
    let unknown = unknown(&found);
    assert!(
        unknown.contains(&"granite") && unknown.contains(&"economy"),
        "{unknown:?}"
    );
    // names are no words to learn
    assert!(
        !unknown.contains(&"sacramento") && !unknown.contains(&"omaha"),
        "{unknown:?}"
    );
}

#[test]
fn everyday_words_and_nonsense_match_nothing() {
    for text in [
        "The table in our kitchen has four legs and a round top. Even my brother likes it. His room has \
         a power outlet and a mirror on the left.",
        "My dog ran into the yard and the cat jumped over the fence. We laughed and went home.",
        "Blorp frindle wug. Snerk zib tolva, quonk! Frabjous glim rensoo.",
        "水是生命之源。每个人都需要水。",
    ] {
        let found = of(text);
        assert!(found.concepts.is_empty(), "{:?}", found.concepts);
        assert!(found.terms.is_empty(), "{:?}", found.terms);
        assert!(found.no_concept.is_some());
        assert_eq!(key(&found).len(), 1);
    }
}

#[test]
fn a_table_is_furniture_until_mathematics_is_spoken() {
    let home = of("The table has four legs. We eat at the table.");
    assert!(terms(&home).is_empty(), "{:?}", terms(&home));
    let school = of("The table shows the ratio of red paint to blue paint. Fill in the table.");
    assert_eq!(terms(&school), ["table", "ratio", "table"]);
}

#[test]
fn places_point_into_the_text() {
    for text in [
        WATER,
        RATE,
        RAILS,
        "The rate\r\nis  cafe\u{301} 5.\r\n\r\nWhat is it?",
    ] {
        let found = of(text);
        for sentence in &found.sentences {
            let paragraph = found.paragraphs[sentence.paragraph];
            assert!(paragraph.start <= sentence.start && sentence.end <= paragraph.end);
            assert!(!found.text[sentence.start..sentence.end].is_empty());
        }
        for pair in found.terms.windows(2) {
            assert!(pair[0].end <= pair[1].start);
        }
        for term in &found.terms {
            let sentence = &found.sentences[term.sentence];
            assert!(sentence.start <= term.start && term.end <= sentence.end);
        }
        let json = serde_json::to_string(&found).unwrap();
        assert_eq!(serde_json::from_str::<Analysis>(&json).unwrap(), found);
    }
    assert_eq!(
        of("The rate\r\nis  cafe\u{301} 5.").text,
        "The rate is caf\u{e9} 5."
    );
}

#[test]
fn what_cannot_be_analysed_is_said_with_its_size() {
    let refused = |text: &str| analyse(Bank::embedded(), text).unwrap_err();
    assert_eq!(refused(" \n . "), AnalyseError::Empty);
    let long = "water ".repeat(2_417);
    assert_eq!(
        refused(&long).to_string(),
        "the text has 2417 words, over 2000: paste a part of it"
    );
    assert_eq!(
        refused(&"water ".repeat(9_000)),
        AnalyseError::TooLong { words: 9_000 }
    );
    assert_eq!(
        refused(&"w".repeat(24_001)),
        AnalyseError::TooManyCharacters { characters: 24_001 }
    );
}

#[test]
fn two_thousand_words_are_quick() {
    let mut words: Vec<&str> = Vec::new();
    while words.len() < MAX_WORDS {
        words.extend(
            [WATER, RATE, RAILS]
                .iter()
                .flat_map(|text| text.split_whitespace()),
        );
    }
    words.truncate(1_990);
    let text = words.join(" ");
    // the first call reads the list of common words
    of(RATE);
    let start = Instant::now();
    let found = of(&text);
    let took = start.elapsed();
    println!("{} words analysed in {took:?}", found.words);
    assert!(took.as_millis() < 1_000, "{took:?}");
}

/// The bank's own questions and hints, pasted as text: the idea they belong to is among the three
/// for most skills, and every passage finds itself first.
#[test]
fn the_bank_recognises_itself() {
    let bank = Bank::embedded();
    for passage in bank.passages() {
        let view = passage.view().unwrap();
        let text: Vec<String> = view.paragraphs.iter().map(|rich| plain(rich)).collect();
        let found = of(&text.join("\n\n"));
        assert_eq!(topics(&found)[0], format!("passage/{}", passage.id));
    }
    let (mut all, mut shown) = (0, 0);
    for skill in bank
        .skills()
        .iter()
        .filter(|skill| skill.domain != "reading")
    {
        let mut text = String::new();
        for template in bank.templates_of(&skill.code) {
            let item = instantiate(template, 3).unwrap();
            let hints = item.hints.iter().map(|hint| plain(&hint.text));
            for part in [plain(&item.stem)].into_iter().chain(hints) {
                text.push_str(&part);
                text.push_str("\n\n");
            }
        }
        let found = of(&text);
        all += 1;
        let own = UnitId::Skill(skill.code.clone());
        shown += usize::from(found.concepts.iter().any(|concept| concept.topic == own));
    }
    println!("{shown} of {all} skills are among the three found");
    assert!(shown * 4 >= all * 3, "{shown} of {all}");
}
