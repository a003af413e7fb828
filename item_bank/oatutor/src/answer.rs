//! What a question asks for, as one of our kinds.

use item_bank::{ChoiceRule, Form, Kind, Math, RawAnswer, TableRule, Truth};

use crate::number::{cell_texts, cells, plain_number};
use crate::pool::RawQuestion;
use crate::reason::{Held, Reason};
use crate::source::{self, Style, written};
use crate::spelled::spellings;
use crate::text::{author_text, stub};
use crate::vary::Names;

/// A question in our terms.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub kind: Kind,
    pub form: Form,
    /// A stricter form that the question's words ask for.
    pub wanted: Form,
    pub unit: Option<String>,
    pub answer: Option<String>,
    pub accept: Vec<String>,
    pub choices: Vec<ChoiceRule>,
    pub table: Option<TableRule>,
    /// The ways of writing a formula, for when the checker cannot read it.
    pub spelled: Vec<String>,
    /// What the pool lists as right, as a student would give it. For questions without variables.
    pub listed: Vec<RawAnswer>,
    /// The right answer as a text, to be told.
    pub told: String,
}

/// `prose`: what the question says, where it may say that several choices are meant.
pub(crate) fn read(question: &RawQuestion, prose: &str, names: &Names) -> Result<Asked, Held> {
    let answers: Vec<&String> = question.answers.iter().filter(|a| !a.is_empty()).collect();
    let Some(first) = answers.first() else {
        return Err(Held::new(Reason::NothingAsked, "no answer is given"));
    };
    let told = author_text(first, names)?;
    let mut asked = match question.problem_type.as_str() {
        "MultipleChoice" | "Dropdown" | "RadioButton" => choices(question, prose, names)?,
        "TextBox" | "GridInput" | "MatrixInput" | "Textbox" => {
            typed(&answers, &question.answer_type, names)?
        }
        other => return Err(Held::new(Reason::UnknownKind, format!("'{other}'"))),
    };
    asked.told = told;
    asked.wanted = wanted(asked.kind, prose);
    Ok(asked)
}

/// The form that a question's words ask for.
fn wanted(kind: Kind, prose: &str) -> Form {
    let prose = prose.to_ascii_lowercase();
    let says = |cues: &[&str]| cues.iter().any(|cue| prose.contains(cue));
    match kind {
        Kind::Expression
            if says(&["factor the", "factor:", "factor each", "factor completely"]) =>
        {
            Form::Factored
        }
        Kind::Expression if says(&["expand", "multiply"]) => Form::Expanded,
        Kind::Expression | Kind::Fraction
            if says(&["simplify", "simplest form", "lowest terms"]) =>
        {
            Form::Simplest
        }
        Kind::Equation if says(&["solve"]) => Form::Solved,
        _ => Form::Any,
    }
}

fn of(kind: Kind) -> Asked {
    Asked {
        kind,
        form: Form::Any,
        wanted: Form::Any,
        unit: None,
        answer: None,
        accept: Vec::new(),
        choices: Vec::new(),
        table: None,
        spelled: Vec::new(),
        listed: Vec::new(),
        told: String::new(),
    }
}

fn choices(question: &RawQuestion, prose: &str, names: &Names) -> Result<Asked, Held> {
    let right: Vec<String> = question
        .answers
        .iter()
        .map(|answer| Ok(same(&author_text(answer, names)?)))
        .collect::<Result<_, Held>>()?;
    let mut rules: Vec<ChoiceRule> = Vec::new();
    for choice in &question.choices {
        let text = author_text(choice, names)?;
        let seen = |rule: &ChoiceRule| same(&rule.text) == same(&text);
        if text.is_empty() || rules.iter().any(seen) {
            continue;
        }
        let correct = Truth::Fixed(right.contains(&same(&text)));
        rules.push(ChoiceRule {
            text,
            correct,
            feedback: None,
        });
    }
    let count = rules
        .iter()
        .filter(|rule| rule.correct == Truth::Fixed(true))
        .count();
    let prose = prose.to_ascii_lowercase();
    let several = ["all that apply", "select all", "choose all", "check all"];
    let several = several.iter().any(|cue| prose.contains(cue));
    let held = |what: String| Err(Held::new(Reason::Choices, what));
    match (count, rules.len()) {
        (_, 0 | 1) => held(format!("only {} different choices", rules.len())),
        (0, _) => held(format!(
            "'{}' is not among the choices",
            stub(&question.answers.join("' or '"))
        )),
        (1, _) if !several => Ok(Asked {
            choices: rules,
            ..of(Kind::Choice)
        }),
        (_, _) if several => Ok(Asked {
            choices: rules,
            ..of(Kind::MultiSelect)
        }),
        (count, _) => held(format!(
            "{count} choices are listed as right where one is asked for"
        )),
    }
}

/// Two texts that show the same.
fn same(text: &str) -> String {
    let text = text.replace("\\left", "").replace("\\right", "");
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn typed(answers: &[&String], answer_type: &str, names: &Names) -> Result<Asked, Held> {
    // each value's place in a formula is held by a letter that no formula has
    let first = names.letters(answers[0])?;
    let math = source::math_of(&first);
    let mut asked = match &math {
        Some(math) => match (number(math, names), cells(math)) {
            (Some(asked), _) => asked,
            (None, Some(table)) => boxes(table, names)?,
            (None, None) => match source::typed(math).filter(|_| answer_type != "string") {
                Some(text) => Asked {
                    spelled: spelled(answers, names),
                    ..algebra(&text, names)
                },
                None if answer_type == "string" => words(answers, names)?,
                None => {
                    let accept = spelled(answers, names);
                    if accept.is_empty() {
                        let what = format!("'{}' cannot be typed in one line", stub(answers[0]));
                        return Err(Held::new(Reason::AnswerUnread, what));
                    }
                    Asked {
                        accept,
                        ..of(Kind::ShortText)
                    }
                }
            },
        },
        None if answer_type == "string" => words(answers, names)?,
        None => {
            let what = format!("'{}' is no formula", stub(answers[0]));
            return Err(Held::new(Reason::AnswerUnread, what));
        }
    };
    if names.is_empty() {
        asked.listed = answers
            .iter()
            .map(|answer| raw(answer, asked.kind))
            .collect();
    }
    Ok(asked)
}

/// A table whose gaps may hold values of variables.
fn boxes(mut table: TableRule, names: &Names) -> Result<Asked, Held> {
    for cell in table.rows.iter_mut().flatten() {
        if !names.are_numbers(cell) {
            let what = "a box whose variable is no number";
            return Err(Held::new(Reason::Variables, what));
        }
        *cell = names.put_back(cell, str::to_owned);
    }
    Ok(Asked {
        table: Some(table),
        ..of(Kind::Table)
    })
}

/// Every way of writing every listed answer; none where one of them has too many.
fn spelled(answers: &[&String], names: &Names) -> Vec<String> {
    if !names.is_empty() {
        return Vec::new();
    }
    let each = answers
        .iter()
        .map(|answer| source::math_of(answer).map(|math| spellings(&math)));
    let each: Option<Vec<_>> = each.map(|all| all.filter(|all| !all.is_empty())).collect();
    each.unwrap_or_default().concat()
}

/// An answer as a student would give it.
fn raw(answer: &str, kind: Kind) -> RawAnswer {
    let math = source::math_of(answer);
    match kind {
        Kind::Table => RawAnswer::Cells(math.as_ref().and_then(cell_texts).unwrap_or_default()),
        Kind::ShortText => {
            let style = Style {
                functions: true,
                ..Style::default()
            };
            let formula = math.as_ref().and_then(|math| written(math, style));
            let formula = formula.filter(|_| answer.contains("$$") || answer.contains("**"));
            RawAnswer::Text(formula.unwrap_or_else(|| answer.to_owned()))
        }
        _ => {
            let number = math.as_ref().and_then(plain_number).map(|n| n.as_typed());
            let typed = || math.as_ref().and_then(source::typed);
            RawAnswer::Text(number.or_else(typed).unwrap_or_else(|| answer.to_owned()))
        }
    }
}

fn algebra(text: &str, names: &Names) -> Asked {
    let relation = text.contains(['=', '<', '>']);
    Asked {
        answer: Some(names.put_back(text, |field| format!("({{{field}}})"))),
        ..of(if relation {
            Kind::Equation
        } else {
            Kind::Expression
        })
    }
}

fn words(answers: &[&String], names: &Names) -> Result<Asked, Held> {
    let mut accept: Vec<String> = Vec::new();
    for answer in answers {
        let text = author_text(&answer.replace("$$", ""), names)?;
        let formula = raw(answer, Kind::ShortText);
        let formula = match formula {
            RawAnswer::Text(formula) if formula != ***answer && names.is_empty() => Some(formula),
            _ => None,
        };
        let bare = text.strip_prefix("\\{").and_then(|t| t.strip_suffix("\\}"));
        let bare = bare.map(str::to_owned);
        for text in [Some(text), bare, formula].into_iter().flatten() {
            if !accept.contains(&text) {
                accept.push(text);
            }
        }
    }
    Ok(Asked {
        accept,
        ..of(Kind::ShortText)
    })
}

fn number(math: &Math, names: &Names) -> Option<Asked> {
    let number = plain_number(math)?;
    let expression = number.expression();
    if !names.are_numbers(&expression) {
        return None;
    }
    let varying = expression.chars().any(Names::is_letter_char);
    let kind = match (&number.parts, &number.whole, number.mark) {
        (_, _, Some("%")) => Kind::Percent,
        (_, Some(_), _) => Kind::Mixed,
        ((_, Some(_)), _, _) => Kind::Fraction,
        ((numeral, None), _, _) if varying => names.kind_of(numeral),
        ((numeral, None), _, _) if numeral.contains('.') => Kind::Decimal,
        _ => Kind::Integer,
    };
    Some(Asked {
        unit: number.mark.filter(|mark| *mark == "°").map(str::to_owned),
        answer: Some(names.put_back(&expression, str::to_owned)),
        ..of(kind)
    })
}
