//! The form as a template, or what keeps it from being one.

use item_bank::{
    ChoiceRule, Domain, Form as Accepted, HintRule, IntervalRule, Kind, LineRule,
    MisconceptionRule, PairRule, PlotRule, TableRule, Template, TermId, Truth, Variable,
};

use super::{At, Complaint, Form, List, RIGHT, Row, Scalar, WHEN, grid, slug};
use crate::pages::staff::content::wording;

impl Form {
    /// What is typed but cannot be read is complained of at its field. Whether a question is good
    /// is the checker's to say, not the form's.
    pub fn template(&self) -> Result<Template, Vec<Complaint>> {
        let mut wrong = Vec::new();
        let template = self.read(&mut wrong);
        match template {
            Some(template) if wrong.is_empty() => Ok(template),
            _ => Err(wrong),
        }
    }

    fn read(&self, wrong: &mut Vec<Complaint>) -> Option<Template> {
        let kind = self.kind();
        let id = slug(self.get(Scalar::Id)).parse();
        let skill = self.get(Scalar::Skill).parse();
        let complain = |wrong: &mut Vec<Complaint>, at, what: &str| {
            let what = what.to_owned();
            wrong.push(Complaint {
                at: At::Scalar(at),
                what,
            });
        };
        if id.is_err() {
            complain(
                wrong,
                Scalar::Id,
                "Give it a name of at most 64 letters and digits.",
            );
        }
        if skill.is_err() {
            complain(
                wrong,
                Scalar::Skill,
                "Choose the skill that this question practices.",
            );
        }
        let passage = self
            .optional(Scalar::Passage)
            .map(|passage| passage.parse());
        if matches!(passage, Some(Err(_))) {
            complain(
                wrong,
                Scalar::Passage,
                "A passage is named as its file names it.",
            );
        }
        let difficulty = |each: &engine::Difficulty| {
            wording::difficulty(*each).eq_ignore_ascii_case(self.get(Scalar::Difficulty))
        };
        let numbers = matches!(kind.family(), item_bank::Family::Number);
        let algebra = matches!(kind.family(), item_bank::Family::Algebra);
        let typed = numbers || algebra;
        let is = |wanted: Kind| kind == wanted;
        let template = Template {
            version: self.version,
            kind,
            difficulty: wording::DIFFICULTIES
                .into_iter()
                .find(difficulty)
                .unwrap_or(engine::Difficulty::Easy),
            stem: self.get(Scalar::Stem).trim().to_owned(),
            answer: self.optional(Scalar::Answer).filter(|_| typed),
            accept: self.texts_if(is(Kind::ShortText), List::Accept),
            form: if typed {
                form_of(self.get(Scalar::Form))
            } else {
                Accepted::Any
            },
            unit: self.optional(Scalar::Unit).filter(|_| typed),
            choices: if kind.family() == item_bank::Family::Choices {
                self.choices()
            } else {
                Vec::new()
            },
            items: self.texts_if(is(Kind::Order), List::Items),
            pairs: if is(Kind::Match) {
                self.pairs()
            } else {
                Vec::new()
            },
            distractors: self.texts_if(is(Kind::Match), List::Distractors),
            line: is(Kind::NumberLine).then(|| self.line()),
            plot: is(Kind::Plot).then(|| self.plot()),
            table: is(Kind::Table).then(|| self.table()),
            feedback: self
                .optional(Scalar::Feedback)
                .filter(|_| self.has_feedback()),
            vars: self.vars(wrong),
            constraints: self.texts(List::Conditions),
            hints: self.hints(),
            solution: self.texts(List::Solution),
            misconceptions: if self.has_misconceptions() {
                self.misconceptions()
            } else {
                Vec::new()
            },
            terms: self.terms(Scalar::Terms, wrong),
            construct_terms: self.terms(Scalar::ConstructTerms, wrong),
            source: self.get(Scalar::Source).trim().to_owned(),
            license: self.get(Scalar::License).trim().to_owned(),
            imported: self.imported.clone(),
            signed: self.signed,
            figure: self.figure.clone(),
            id: id.ok()?,
            skill: skill.ok()?,
            passage: passage.and_then(Result::ok),
        };
        Some(template)
    }

    fn optional(&self, scalar: Scalar) -> Option<String> {
        some(self.get(scalar))
    }

    /// Rows in which nothing is typed do not count.
    fn filled(&self, list: List) -> impl Iterator<Item = &Row> {
        self.rows(list)
            .iter()
            .filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()))
    }

    fn texts(&self, list: List) -> Vec<String> {
        self.filled(list)
            .map(|row| row.cells[0].trim().to_owned())
            .collect()
    }

    fn texts_if(&self, wanted: bool, list: List) -> Vec<String> {
        if wanted { self.texts(list) } else { Vec::new() }
    }

    fn choices(&self) -> Vec<ChoiceRule> {
        let rows = self.filled(List::Choices);
        rows.filter(|row| !row.cells[0].trim().is_empty() || !row.cells[3].trim().is_empty())
            .map(|row| ChoiceRule {
                text: row.cells[0].trim().to_owned(),
                correct: match row.cells[1].as_str() {
                    RIGHT => Truth::Fixed(true),
                    WHEN => Truth::When(row.cells[2].trim().to_owned()),
                    _ => Truth::Fixed(false),
                },
                feedback: some(&row.cells[3]),
            })
            .collect()
    }

    fn pairs(&self) -> Vec<PairRule> {
        let pair = |row: &Row| PairRule {
            left: row.cells[0].trim().to_owned(),
            right: row.cells[1].trim().to_owned(),
        };
        self.filled(List::Pairs).map(pair).collect()
    }

    fn line(&self) -> LineRule {
        let text = |scalar| self.get(scalar).trim().to_owned();
        let interval = self.get(Scalar::LineAsks) == "interval";
        LineRule {
            from: text(Scalar::LineFrom),
            to: text(Scalar::LineTo),
            step: text(Scalar::LineStep),
            label_every: self.optional(Scalar::LineEvery),
            points: self.texts_if(!interval, List::LinePoints),
            interval: interval.then(|| IntervalRule {
                from: self.optional(Scalar::IntervalFrom),
                to: self.optional(Scalar::IntervalTo),
                from_open: open(self.get(Scalar::IntervalFromOpen)),
                to_open: open(self.get(Scalar::IntervalToOpen)),
            }),
        }
    }

    fn plot(&self) -> PlotRule {
        let axis = |places: [Scalar; 3]| {
            let texts = places.map(|place| self.get(place).trim().to_owned());
            let [from, to, step] = texts;
            let ends = [from, to].into_iter();
            ends.chain(Some(step).filter(|step| !step.is_empty()))
                .collect()
        };
        let point = |row: &Row| [0, 1].map(|at| row.cells[at].trim().to_owned());
        PlotRule {
            x: axis([Scalar::XFrom, Scalar::XTo, Scalar::XStep]),
            y: axis([Scalar::YFrom, Scalar::YTo, Scalar::YStep]),
            points: self.filled(List::PlotPoints).map(point).collect(),
            x_label: self.optional(Scalar::XLabel),
            y_label: self.optional(Scalar::YLabel),
        }
    }

    fn table(&self) -> TableRule {
        let header = self.get(Scalar::TableHeader);
        TableRule {
            header: if header.trim().is_empty() {
                Vec::new()
            } else {
                grid::cells(header)
            },
            rows: grid::table(self.get(Scalar::TableRows)),
        }
    }

    fn hints(&self) -> Vec<HintRule> {
        let rows = self.rows(List::Hints).iter();
        rows.filter(|row| row.ask.is_some() || !row.cells[0].trim().is_empty())
            .map(|row| HintRule {
                text: row.cells[0].trim().to_owned(),
                ask: row.ask.clone(),
            })
            .collect()
    }

    fn misconceptions(&self) -> Vec<MisconceptionRule> {
        let rule = |row: &Row| MisconceptionRule {
            answer: row.cells[0].trim().to_owned(),
            feedback: row.cells[1].trim().to_owned(),
        };
        self.filled(List::Misconceptions).map(rule).collect()
    }

    fn terms(&self, place: Scalar, wrong: &mut Vec<Complaint>) -> Vec<TermId> {
        let names = self.get(place).split([',', '\n']).map(str::trim);
        names
            .filter(|name| !name.is_empty())
            .filter_map(|name| {
                let term = slug(name).parse().ok();
                if term.is_none() {
                    let what = format!("\"{name}\" cannot name a term.");
                    wrong.push(Complaint {
                        at: At::Scalar(place),
                        what,
                    });
                }
                term
            })
            .collect()
    }

    fn vars(&self, wrong: &mut Vec<Complaint>) -> Vec<Variable> {
        let rows = self.rows(List::Vars).iter();
        rows.filter_map(|row| {
            let at = |cell| At::Cell(List::Vars, row.id, cell);
            let name = row.cells[0].trim().to_owned();
            let letters = |c: char| c.is_ascii_alphanumeric() || c == '_';
            if name.is_empty() || !name.chars().all(letters) {
                let what = "A name of letters, digits and _, such as a or price.".to_owned();
                wrong.push(Complaint { at: at(0), what });
            }
            match domain(&row.cells) {
                Ok(domain) => Some(Variable { name, domain }),
                Err((cell, what)) => {
                    wrong.push(Complaint { at: at(cell), what });
                    None
                }
            }
        })
        .collect()
    }
}

/// What a variable is drawn from, or which of its cells cannot be read.
fn domain(cells: &[String]) -> Result<Domain, (usize, String)> {
    let text = cells[5].trim();
    let listed = || {
        let lines = grid::lines(text);
        if lines.is_empty() {
            Err((
                5,
                "Write at least one, each on a line of its own.".to_owned(),
            ))
        } else {
            Ok(lines)
        }
    };
    match cells[1].as_str() {
        "pick" => listed().map(Domain::Pick),
        "word" => listed().map(Domain::Word),
        "row" => grid::rows(text).map(Domain::Row).map_err(|what| (5, what)),
        "is" if text.is_empty() => Err((5, "Write how it is computed, such as a + b.".to_owned())),
        "is" => Ok(Domain::Is(text.to_owned())),
        _ => {
            let whole = |cell: usize| {
                let number = cells[cell].trim().parse::<i64>();
                number.map_err(|_| (cell, "A whole number, such as 3 or -5.".to_owned()))
            };
            let (from, to) = (whole(2)?, whole(3)?);
            if from > to {
                return Err((3, "The end must not be under the start.".to_owned()));
            }
            let mut range = vec![from, to];
            if !cells[4].trim().is_empty() {
                let step = whole(4)?;
                if step < 1 {
                    return Err((4, "A step of 1 or more.".to_owned()));
                }
                range.push(step);
            }
            Ok(Domain::Int(range))
        }
    }
}

fn some(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn open(text: &str) -> Truth {
    match text.trim() {
        "" | "no" => Truth::Fixed(false),
        "yes" => Truth::Fixed(true),
        condition => Truth::When(condition.to_owned()),
    }
}

/// For `select`s; as content files spell it.
pub fn form_code(form: Accepted) -> &'static str {
    match form {
        Accepted::Any => "any",
        Accepted::Simplest => "simplest",
        Accepted::Mixed => "mixed",
        Accepted::Decimal => "decimal",
        Accepted::NearestHundred => "nearest-hundred",
        Accepted::NearestTen => "nearest-ten",
        Accepted::NearestWhole => "nearest-whole",
        Accepted::NearestTenth => "nearest-tenth",
        Accepted::NearestHundredth => "nearest-hundredth",
        Accepted::Expanded => "expanded",
        Accepted::Factored => "factored",
        Accepted::Solved => "solved",
    }
}

fn form_of(code: &str) -> Accepted {
    let mut all = wording::FORMS.into_iter();
    all.find(|form| form_code(*form) == code)
        .unwrap_or_default()
}
