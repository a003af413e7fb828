use super::*;
use crate::bridge::parse_marked;
use crate::rich::Rich;
use crate::{Bank, LanguageTag, TermId};

/// A case about adding fractions: what the model was asked for.
struct Case {
    language: LanguageTag,
    english: Vec<Rich>,
    terms: Vec<TermId>,
    equivalents: Vec<(TermId, String)>,
    construct: Vec<TermId>,
    answers: Vec<String>,
    source: String,
}

fn case(language: &str) -> Case {
    let id = |id: &str| -> TermId { id.parse().expect("a term") };
    let (fraction, denominator) = match language {
        "ar" => ("كسر", "مقام"),
        "zh-Hans" => ("分数", "分母"),
        _ => ("fracción", "denominador"),
    };
    let core = "You can add 2 [[fractions|fraction]] only when they do not differ in their [[denominator]].";
    Case {
        language: language.parse().expect("a tag"),
        english: vec![parse_marked(core).expect("marked text")],
        terms: vec![id("fraction"), id("denominator")],
        equivalents: vec![
            (id("fraction"), fraction.to_owned()),
            (id("denominator"), denominator.to_owned()),
        ],
        construct: Vec::new(),
        answers: Vec::new(),
        source: String::new(),
    }
}

impl Case {
    fn reasons(&self, core: &str, works: Option<&str>) -> Vec<Reason> {
        let core = [core.to_owned()];
        let draft = DraftText { core: &core, works };
        let against = Against {
            english: Bank::embedded().english(),
            core: &self.english,
            terms: &self.terms,
            equivalents: &self.equivalents,
            language: &self.language,
            right_to_left: self.language.as_str() == "ar",
            source: &self.source,
            construct_terms: &self.construct,
            answers: &self.answers,
        };
        let found = validate(&draft, &against);
        assert!(found.iter().all(|finding| finding.message.len() > 10));
        let mut reasons: Vec<Reason> = found.into_iter().map(|finding| finding.reason).collect();
        reasons.dedup();
        reasons
    }
}

const GOOD: &str = "Solo puedes juntar 2 [[fractions|fraction]] cuando no tienen distinto [[denominator]], como pedazos del mismo tamaño.";

#[test]
fn a_good_draft_has_nothing_against_it() {
    let works = "La palabra “only” dice que es la única manera de hacerlo en esta oración.";
    assert_eq!(case("es").reasons(GOOD, Some(works)), []);
    assert_eq!(
        case("ar").reasons(
            "يمكنك أن تجمع 2 من [[fractions|fraction]] فقط عندما لا يختلف [[denominator]] بينهما.",
            None
        ),
        []
    );
    assert_eq!(
        case("zh-Hans").reasons(
            "只有当 2 个 [[fractions|fraction]] 的 [[denominator]] 没有差别时，才能直接相加。",
            None
        ),
        []
    );
}

#[test]
fn each_thing_wrong_has_its_reason() {
    let es = case("es");
    for (core, expected) in [
        (
            "Solo puedes juntar 2 [[fractions|fraction]] cuando no cambia el [[denominator.",
            vec![Reason::BadMark],
        ),
        (
            "Solo puedes juntar 2 [[fractions|fraction]] cuando no cambia el [[bottom number]] ni el [[denominator]].",
            vec![Reason::BadMark],
        ),
        (
            "Solo puedes juntar 2 [[fractions|fraction]] cuando no cambia lo de abajo.",
            vec![Reason::TermMissing],
        ),
        (
            "Solo puedes juntar 2 [[fractions|fraction]] cuando no cambia el denominator.",
            vec![Reason::TermMissing],
        ),
        (
            "Solo puedes juntar 2 [[fractions|fraction]] cuando no cambia el denominador, el [[denominator]].",
            vec![Reason::TermTranslated],
        ),
        (
            "Solo puedes juntar 2 [[fracciones|fraction]] cuando no cambia el [[denominator]].",
            vec![Reason::TermTranslated],
        ),
        (
            "You can only put 2 [[fractions|fraction]] together when they do not differ in the [[denominator]].",
            vec![Reason::WrongLanguage],
        ),
        (
            "Solo puedes juntar 3 [[fractions|fraction]] cuando no cambia el [[denominator]].",
            vec![Reason::NumberChanged],
        ),
        (
            "Puedes juntar 2 [[fractions|fraction]] cuando tienen el mismo [[denominator]].",
            vec![Reason::NegationChanged],
        ),
        ("2 [[fractions|fraction]], no otro [[denominator]].", vec![]),
        (
            "No hay 2 [[fractions|fraction]] con [[denominator]] sin más en https://example.org para ti.",
            vec![Reason::HasLink],
        ),
        (
            "Como modelo de lenguaje no puedo juntar 2 [[fractions|fraction]] con su [[denominator]].",
            vec![Reason::HasLink],
        ),
        (
            "Escribe a ana@escuela.mx si no juntas 2 [[fractions|fraction]] con su [[denominator]].",
            vec![Reason::HasLink],
        ),
        (
            "No seas tonto y junta 2 [[fractions|fraction]] con el mismo [[denominator]].",
            vec![Reason::BlockedWord],
        ),
    ] {
        assert_eq!(es.reasons(core, None), expected, "{core}");
    }
    let long = format!("{GOOD} {}", "Los pedazos son del mismo tamaño. ".repeat(12));
    assert_eq!(es.reasons(&long, None), [Reason::TooLong]);
    assert!(es.reasons("No.", None).contains(&Reason::TooShort));
}

#[test]
fn other_scripts_are_held_to_the_same() {
    let ar = case("ar");
    for (core, expected) in [
        (
            "يمكنك أن تجمع 2 من [[كسور|fraction]] عندما لا يختلف [[denominator]].",
            Reason::TermTranslated,
        ),
        (
            "يمكنك أن تجمع 2 من كسر [[fractions|fraction]] عندما لا يختلف [[denominator]].",
            Reason::TermTranslated,
        ),
        (
            "لا يمكنك أن تجمع 1/2 + 3 من [[fractions|fraction]] مع [[denominator]].",
            Reason::PlainMathematics,
        ),
        (
            "No puedes juntar 2 [[fractions|fraction]] con otro [[denominator]].",
            Reason::WrongLanguage,
        ),
    ] {
        assert!(
            ar.reasons(core, None).contains(&expected),
            "{core}: {:?}",
            ar.reasons(core, None)
        );
    }
    // digits of the home script are the same number
    assert_eq!(
        ar.reasons(
            "يمكنك أن تجمع ٢ من [[fractions|fraction]] عندما لا يختلف [[denominator]].",
            None
        ),
        []
    );
    let zh = case("zh-Hans");
    let translated =
        "只有当 2 个分数 [[fractions|fraction]] 的 [[denominator]] 没有差别时，才能相加。";
    assert_eq!(zh.reasons(translated, None), [Reason::TermTranslated]);
    let traditional =
        "只有當 2 個 [[fractions|fraction]] 的 [[denominator]] 沒有差別時，才能直接相加。";
    assert!(
        zh.reasons(traditional, None)
            .contains(&Reason::WrongLanguage)
    );
}

#[test]
fn what_is_scored_is_not_explained_and_no_answer_is_given() {
    let mut case = case("es");
    case.construct = vec!["denominator".parse().unwrap()];
    case.answers = vec![
        "17/24".to_owned(),
        "common multiple".to_owned(),
        "5".to_owned(),
    ];
    assert_eq!(case.reasons(GOOD, None), []);
    let explained = "No juntas 2 [[fractions|fraction]] si el [[denominator]], es decir el número de abajo, es otro.";
    assert_eq!(case.reasons(explained, None), [Reason::ConstructExplained]);
    let works = "Aquí se habla del denominador de cada uno de los pedazos que juntas.";
    assert_eq!(
        case.reasons(GOOD, Some(works)),
        [Reason::ConstructExplained]
    );
    let leaked =
        "Juntas 2 [[fractions|fraction]] con su [[denominator]], no con otro, y te da $17/24$.";
    assert!(case.reasons(leaked, None).contains(&Reason::AnswerLeaked));
    let leaked = "Buscas el common multiple del [[denominator]] de las 2 [[fractions|fraction]], no otro número.";
    assert!(case.reasons(leaked, None).contains(&Reason::AnswerLeaked));
}

#[test]
fn beside_a_text_alone_numbers_come_from_the_text() {
    let mut case = case("es");
    case.english = Vec::new();
    case.source = "In 1862, 2 companies began.".to_owned();
    let said = "En 1862 empezaron 2 grupos con sus [[fractions|fraction]] y su [[denominator]].";
    assert_eq!(case.reasons(said, None), []);
    let said = "En 1863 empezaron 2 grupos con sus [[fractions|fraction]] y su [[denominator]].";
    assert_eq!(case.reasons(said, None), [Reason::NumberChanged]);
}

#[test]
fn reasons_have_codes() {
    let code = serde_json::to_string(&Reason::TermTranslated).unwrap();
    assert_eq!(code, "\"term-translated\"");
}
