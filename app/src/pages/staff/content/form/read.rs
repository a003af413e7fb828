//! A template as an author sees it in the form.

use item_bank::{Domain, IntervalRule, LineRule, PlotRule, Template, Truth, Variable};

use super::{Form, List, RIGHT, Scalar, WHEN, WRONG, grid};
use crate::pages::staff::content::wording;

/// A form with nothing in it but what most authors begin with.
pub fn blank(skill: &str) -> Form {
    let mut form = Form::empty(1);
    form.put(Scalar::Skill, skill);
    form.put(Scalar::Kind, "integer");
    form.put(Scalar::Difficulty, "easy");
    form.put(Scalar::Form, "any");
    form.put(Scalar::LineAsks, "points");
    form.put(Scalar::License, "CC-BY-4.0");
    for list in [
        List::Choices,
        List::Items,
        List::Pairs,
        List::Hints,
        List::Misconceptions,
    ] {
        form.add(list);
        form.add(list);
    }
    form.add(List::Items);
    for list in [
        List::Accept,
        List::LinePoints,
        List::PlotPoints,
        List::Solution,
    ] {
        form.add(list);
    }
    form
}

impl Form {
    pub fn of(template: &Template) -> Self {
        let mut form = Self::empty(template.version);
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let difficulty = wording::difficulty(template.difficulty).to_lowercase();
        form.imported.clone_from(&template.imported);
        form.signed = template.signed;
        form.figure.clone_from(&template.figure);
        form.put(Scalar::Id, template.id.as_str());
        form.put(Scalar::Skill, template.skill.as_str());
        form.put(Scalar::Kind, wording::kind_code(template.kind));
        form.put(Scalar::Difficulty, difficulty);
        form.put(Scalar::Stem, &template.stem);
        let passage = template.passage.as_ref();
        form.put(
            Scalar::Passage,
            passage.map_or("", |passage| passage.as_str()),
        );
        form.put(Scalar::Answer, text(&template.answer));
        form.put(Scalar::Form, super::write::form_code(template.form));
        form.put(Scalar::Unit, text(&template.unit));
        form.put(Scalar::Feedback, text(&template.feedback));
        form.put(Scalar::Terms, listed(&template.terms));
        form.put(Scalar::ConstructTerms, listed(&template.construct_terms));
        form.put(Scalar::Source, &template.source);
        form.put(Scalar::License, &template.license);
        form.put(Scalar::LineAsks, "points");
        form.read_answers(template);
        for variable in &template.vars {
            form.push(List::Vars, variable_cells(variable), None);
        }
        form.read_all(List::Conditions, &template.constraints);
        for hint in &template.hints {
            form.push(List::Hints, vec![hint.text.clone()], hint.ask.clone());
        }
        form.read_all(List::Solution, &template.solution);
        for rule in &template.misconceptions {
            let cells = vec![rule.answer.clone(), rule.feedback.clone()];
            form.push(List::Misconceptions, cells, None);
        }
        form
    }

    fn read_answers(&mut self, template: &Template) {
        self.read_all(List::Accept, &template.accept);
        for choice in &template.choices {
            let (right, condition) = truth_cells(&choice.correct);
            let feedback = choice.feedback.clone().unwrap_or_default();
            let cells = vec![choice.text.clone(), right.to_owned(), condition, feedback];
            self.push(List::Choices, cells, None);
        }
        self.read_all(List::Items, &template.items);
        for pair in &template.pairs {
            let cells = vec![pair.left.clone(), pair.right.clone()];
            self.push(List::Pairs, cells, None);
        }
        self.read_all(List::Distractors, &template.distractors);
        if let Some(line) = &template.line {
            self.read_line(line);
        }
        if let Some(plot) = &template.plot {
            self.read_plot(plot);
        }
        if let Some(table) = &template.table {
            self.put(Scalar::TableHeader, grid::line(&table.header));
            let rows: Vec<String> = table.rows.iter().map(|row| grid::line(row)).collect();
            self.put(Scalar::TableRows, rows.join("\n"));
        }
    }

    fn read_all(&mut self, list: List, texts: &[String]) {
        for text in texts {
            self.push(list, vec![text.clone()], None);
        }
    }

    fn read_line(&mut self, line: &LineRule) {
        self.put(Scalar::LineFrom, &line.from);
        self.put(Scalar::LineTo, &line.to);
        self.put(Scalar::LineStep, &line.step);
        self.put(
            Scalar::LineEvery,
            line.label_every.clone().unwrap_or_default(),
        );
        self.read_all(List::LinePoints, &line.points);
        if let Some(interval) = &line.interval {
            self.put(Scalar::LineAsks, "interval");
            self.read_interval(interval);
        }
    }

    fn read_interval(&mut self, interval: &IntervalRule) {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        self.put(Scalar::IntervalFrom, text(&interval.from));
        self.put(Scalar::IntervalTo, text(&interval.to));
        self.put(Scalar::IntervalFromOpen, open_text(&interval.from_open));
        self.put(Scalar::IntervalToOpen, open_text(&interval.to_open));
    }

    fn read_plot(&mut self, plot: &PlotRule) {
        let axes = [
            (&plot.x, [Scalar::XFrom, Scalar::XTo, Scalar::XStep]),
            (&plot.y, [Scalar::YFrom, Scalar::YTo, Scalar::YStep]),
        ];
        for (axis, places) in axes {
            for (text, place) in axis.iter().zip(places) {
                self.put(place, text);
            }
        }
        self.put(Scalar::XLabel, plot.x_label.clone().unwrap_or_default());
        self.put(Scalar::YLabel, plot.y_label.clone().unwrap_or_default());
        for point in &plot.points {
            self.push(List::PlotPoints, point.to_vec(), None);
        }
    }
}

fn listed(terms: &[item_bank::TermId]) -> String {
    let terms: Vec<&str> = terms.iter().map(item_bank::TermId::as_str).collect();
    terms.join(", ")
}

fn truth_cells(truth: &Truth) -> (&'static str, String) {
    match truth {
        Truth::Fixed(true) => (RIGHT, String::new()),
        Truth::Fixed(false) => (WRONG, String::new()),
        Truth::When(condition) => (WHEN, condition.clone()),
    }
}

fn open_text(truth: &Truth) -> String {
    match truth {
        Truth::Fixed(true) => "yes".to_owned(),
        Truth::Fixed(false) => String::new(),
        Truth::When(condition) => condition.clone(),
    }
}

fn variable_cells(variable: &Variable) -> Vec<String> {
    let mut cells = vec![variable.name.clone()];
    let number = |range: &[i64], at: usize| range.get(at).map(i64::to_string).unwrap_or_default();
    match &variable.domain {
        Domain::Int(range) => {
            cells.push("int".to_owned());
            cells.extend((0..3).map(|at| number(range, at)));
            cells.push(String::new());
        }
        Domain::Pick(all) => typed(&mut cells, "pick", all.join("\n")),
        Domain::Word(all) => typed(&mut cells, "word", all.join("\n")),
        Domain::Row(rows) => typed(&mut cells, "row", grid::rows_text(rows)),
        Domain::Is(expression) => typed(&mut cells, "is", expression.clone()),
    }
    cells
}

fn typed(cells: &mut Vec<String>, how: &str, text: String) {
    cells.push(how.to_owned());
    cells.extend([String::new(), String::new(), String::new(), text]);
}
