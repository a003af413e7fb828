//! `\begin{...}`: matrices, cases and aligned lines.

use super::script::fenced;
use super::{Parser, Stop, Token, bad};
use crate::rich::Math;
use crate::text::TextError;

impl Parser {
    /// After `\begin`.
    pub(super) fn table(&mut self) -> Result<Math, TextError> {
        let name = self.raw()?;
        let (open, close) = match name.trim_end_matches('*') {
            "bmatrix" => ("[", "]"),
            "pmatrix" => ("(", ")"),
            "vmatrix" => ("|", "|"),
            "Bmatrix" => ("{", "}"),
            "cases" => ("{", ""),
            "matrix" | "smallmatrix" | "array" | "aligned" | "align" | "split" | "gathered"
            | "gather" | "eqnarray" | "equation" => ("", ""),
            other => return Err(bad(&format!("\\begin{{{other}}} is not known here"))),
        };
        if name == "array" {
            // how the columns are set: `{cc|c}`
            self.raw()?;
        }
        let fences = std::mem::replace(&mut self.fences, 1);
        let mut rows = vec![Vec::new()];
        loop {
            let cell = super::single(self.row(Stop::Cell)?);
            if let Some(row) = rows.last_mut() {
                row.push(cell);
            }
            match self.next() {
                Some(Token::Char('&')) => {}
                Some(Token::Command(end)) if end == "end" => break,
                Some(Token::Command(line)) if line == "\\" || line == "cr" => rows.push(Vec::new()),
                _ => return Err(bad(&format!("\\begin{{{name}}} without its \\end"))),
            }
        }
        if self.raw()? != name {
            return Err(bad(&format!(
                "\\begin{{{name}}} is closed by another \\end"
            )));
        }
        self.fences = fences;
        // a line break after the last line
        let empty = |row: &Vec<Math>| matches!(&row[..], [Math::Row(cell)] if cell.is_empty());
        if rows.last().is_some_and(empty) {
            rows.pop();
        }
        Ok(match name.as_str() {
            "equation" => rows.into_iter().flatten().next().unwrap_or(Math::Blank),
            _ => fenced(open, Math::Table(rows), close),
        })
    }
}
