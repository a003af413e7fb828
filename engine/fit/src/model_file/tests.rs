//! There and back bit for bit, and every refusal word for word.

use proptest::prelude::*;

use super::*;

fn skill(code: &str) -> SkillModel {
    SkillModel {
        code: code.into(),
        prior: 0.1 + 0.2,
        learn: 1.0 / 3.0,
        guess: 0.2,
        slip: 0.1,
        forget: 0.0,
        forget_daily: 0.0,
        guess_slope: 0.0,
        slip_slope: 0.0,
        responses: 12,
        students: 3,
        log_likelihood: -7.25,
        fallback: None,
        draws: vec![],
    }
}

fn plain() -> ModelFile {
    ModelFile {
        format: FORMAT.into(),
        model: ModelKind::Bkt,
        forget_per: None,
        ability: None,
        skills: vec![skill("b"), skill("a")],
        items: vec![],
        fitted: Fitted {
            responses: 24,
            students: 3,
            skills: 2,
            log_likelihood: -14.5,
            seconds: 0.001,
            seed: u64::MAX,
            starts: 5,
            priors: true,
            sources: vec![Source {
                file: "ct.csv.gz".into(),
                rows: 24,
            }],
            engine_version: "0.1.0".into(),
        },
    }
}

fn with_ability() -> ModelFile {
    let mut file = plain();
    file.model = ModelKind::Ability;
    file.ability = Some(AbilityModel {
        variance: 0.8,
        drift: 0.004,
    });
    file.items = vec![ItemModel {
        item: "i".into(),
        skill: "a".into(),
        difficulty: -1.5,
        responses: 4,
    }];
    file
}

fn refuses(change: impl FnOnce(&mut ModelFile), expected: &str) {
    let mut file = with_ability();
    change(&mut file);
    let text = serde_json::to_string(&file).unwrap();
    let error = ModelFile::from_json(&text).unwrap_err();
    assert_eq!(error.to_string(), expected);
}

#[test]
fn there_and_back() {
    for file in [plain(), with_ability()] {
        let text = file.to_json().unwrap();
        let read = ModelFile::from_json(&text).unwrap();
        assert_eq!(read, file);
        assert_eq!(read.to_json().unwrap(), text);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("params.json");
        file.write(&path).unwrap();
        assert_eq!(ModelFile::read(&path).unwrap(), file);
    }
    assert_eq!(plain().by_code()["a"].params().unwrap().prior, 0.1 + 0.2);
}

#[test]
fn the_layout_is_as_documented() {
    let text = with_ability().to_json().unwrap();
    for part in [
        "{\n  \"format\": \"trellis-model/1\",\n  \"model\": \"ability\",\n  \"forget_per\": null,\n  \"ability\": {\n    \"variance\": 0.8,\n    \"drift\": 0.004\n  },\n  \"skills\": [\n    {\n      \"code\": \"b\",\n      \"prior\": 0.30000000000000004,",
        "\"fallback\": null,\n      \"draws\": []",
        "\"item\": \"i\",\n      \"skill\": \"a\",\n      \"difficulty\": -1.5,\n      \"responses\": 4",
        "\"seed\": 18446744073709551615",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn skills() {
    refuses(
        |f| f.skills.clear(),
        "the file holds no skill; a model needs at least one",
    );
    refuses(
        |f| f.skills[1].code = " ".into(),
        "skill 2 has an empty code",
    );
    refuses(
        |f| f.skills[0].code = "a".into(),
        "skill `a` stands in the file twice; keep one of them",
    );
    refuses(
        |f| f.skills[0].guess = 0.7,
        "skill `b`: guess is 0.7: it must lie in 0.000001..=0.5",
    );
    refuses(
        |f| f.skills[1].prior = 1.0,
        "skill `a`: prior is 1: it must lie in 0.000001..=0.999999",
    );
    refuses(
        |f| (f.skills[1].guess, f.skills[1].slip) = (0.5, 0.5),
        "skill `a`: guess 0.5 + slip 0.5 reach 1: a right answer would then lower the estimate",
    );
    refuses(
        |f| f.skills[0].forget = 0.1,
        "skill `b`: forget is 0.1, but `forget_per` is null",
    );
    refuses(
        |f| {
            f.forget_per = Some(ForgetPer::Opportunity);
            f.skills[0].forget_daily = 0.1;
        },
        "skill `b`: forget_daily is 0.1, but `forget_per` is opportunity",
    );
}

#[test]
fn draws() {
    refuses(
        |f| f.skills[0].draws = vec![vec![0.3, 0.2, 0.2, 0.1], vec![0.3, 0.2, 0.2, 0.1, 0.0]],
        "skill `b`, draw 2: 5 numbers; each draw of a skill has equally many, 4 to 8",
    );
    refuses(
        |f| f.skills[0].draws = vec![vec![0.3, 0.2]],
        "skill `b`, draw 1: 2 numbers; each draw of a skill has equally many, 4 to 8",
    );
    refuses(
        |f| f.skills[0].draws = vec![vec![0.3, 0.2, 0.2, 0.9]],
        "skill `b`, draw 1: slip is 0.9: it must lie in 0.000001..=0.5",
    );
}

#[test]
fn kinds_and_items() {
    refuses(
        |f| f.ability = None,
        "`model` is `ability`, but `ability` with variance and drift is missing",
    );
    refuses(
        |f| f.model = ModelKind::Bkt,
        "`model` is `bkt`, which has no `ability`; use `ability`",
    );
    refuses(
        |f| {
            *f = plain();
            f.skills[0].guess_slope = 1.0;
        },
        "`model` is `bkt`, which has no slopes; use `ability`",
    );
    refuses(
        |f| f.ability.as_mut().unwrap().variance = 0.0,
        "ability: variance is 0; it must be above 0",
    );
    refuses(
        |f| f.items[0].skill = "z".into(),
        "item `i` belongs to skill `z`, which the file does not have",
    );
    refuses(
        |f| f.items.push(f.items[0].clone()),
        "item `i` stands in the file twice for skill `a`; keep one of them",
    );
}

#[test]
fn what_is_no_model_file() {
    let check = |text: &str, expected: &str| {
        assert_eq!(
            ModelFile::from_json(text).unwrap_err().to_string(),
            expected
        );
    };
    check(
        "{}",
        "the file names no format; this version reads `trellis-model/1`, as `trellis model fit` writes it",
    );
    check(
        "{\"format\":\"trellis-model/2\"}",
        "the file says format `trellis-model/2`; this version reads `trellis-model/1`, as `trellis model fit` writes it",
    );
    check(
        "{\"format\":\"trellis-model/1\"}",
        "not a model file: missing field `model` at line 1 column 28",
    );
    check(
        "",
        "not a model file: EOF while parsing a value at line 1 column 0",
    );
    let misspelt = plain()
        .to_json()
        .unwrap()
        .replacen("\"slip\"", "\"slpi\"", 1);
    let error = ModelFile::from_json(&misspelt).unwrap_err().to_string();
    assert!(
        error.starts_with("not a model file: unknown field `slpi`, expected one of `code`"),
        "{error}"
    );
    let error = ModelFile::read(std::path::Path::new("/nowhere/params.json")).unwrap_err();
    assert!(error.to_string().starts_with("/nowhere/params.json: "));
}

#[test]
fn what_json_cannot_hold_is_not_written() {
    let mut file = plain();
    file.skills[1].log_likelihood = f64::NEG_INFINITY;
    let error = file.to_json().unwrap_err().to_string();
    assert_eq!(
        error,
        "skill `a`: log_likelihood is -inf; it must be a finite number"
    );
    let mut file = with_ability();
    file.items[0].difficulty = f64::NAN;
    let error = file.to_json().unwrap_err().to_string();
    assert_eq!(
        error,
        "item `i`: difficulty is NaN; it must be a finite number"
    );
    // an unbounded fit is written, and refused where it would be used
    let mut file = plain();
    file.skills[0].guess = 0.8;
    assert!(ModelFile::from_json(&file.to_json().unwrap()).is_err());
}

proptest! {
    #[test]
    fn any_model_comes_back_bit_for_bit(
        numbers in prop::collection::vec((1e-6_f64..0.999_999, 0.0_f64..0.99, 1e-6_f64..0.49, 1e-6_f64..0.5), 1..8),
        difficulty in -8.0_f64..8.0, log_likelihood in -1e9_f64..0.0, code in "\\PC{1,8}",
    ) {
        let mut file = with_ability();
        file.items.clear();
        file.skills = numbers.iter().enumerate().map(|(at, (prior, learn, guess, slip))| SkillModel {
            prior: *prior, learn: *learn, guess: *guess, slip: *slip, log_likelihood,
            draws: vec![vec![*prior, *learn, *guess, *slip]; at % 3],
            ..skill(&format!("{at}{code}"))
        }).collect();
        file.items.push(ItemModel { item: code.clone(), skill: file.skills[0].code.clone(), difficulty, responses: 1 });
        let text = file.to_json().unwrap();
        let read = ModelFile::from_json(&text).unwrap();
        for (a, b) in read.skills.iter().zip(&file.skills) {
            prop_assert_eq!(a.prior.to_bits(), b.prior.to_bits());
            prop_assert_eq!(a.learn.to_bits(), b.learn.to_bits());
        }
        prop_assert_eq!(read.items[0].difficulty.to_bits(), difficulty.to_bits());
        prop_assert_eq!(read.to_json().unwrap(), text);
    }
}
