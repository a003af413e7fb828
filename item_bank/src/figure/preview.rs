//! A figure without a template around it, for authors' tools.

use super::{Figure, FigureError, FigureRule, draw};
use crate::expr::{Scope, evaluate, parse};

/// Draws with variables given as names and expressions, each of which may use those before it.
pub fn preview(rule: &FigureRule, variables: &[(&str, &str)]) -> Result<Figure, FigureError> {
    let mut scope = Scope::default();
    for (name, source) in variables {
        let value = parse(source).and_then(|expr| evaluate(&expr, &scope));
        let value = value.map_err(|error| FigureError::Expression {
            kind: "preview",
            field: "variables",
            error,
        })?;
        scope.set(*name, value);
    }
    draw(rule, &scope)
}
