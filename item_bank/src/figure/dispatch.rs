//! The one door: a rule and a scope to a figure.

use super::canvas::{CARD_ROOM, ROOM};
use super::reader::{Drawn, Reader};
use super::rule::FigureRule;
use super::{
    Figure, FigureError, angle, area, bars, chart, clock, grid, number_line, plots, quads, shapes,
    sketch, solids, tables,
};
use crate::expr::Scope;

/// Pure: the same rule and values give the same figure on every machine.
pub(crate) fn draw(rule: &FigureRule, scope: &Scope) -> Drawn<Figure> {
    draw_within(rule, scope, ROOM)
}

fn draw_within(rule: &FigureRule, scope: &Scope, room: i32) -> Drawn<Figure> {
    let kind = rule.name();
    let reader = &Reader { kind, scope, room };
    match rule {
        FigureRule::NumberLine(rule) => number_line::draw(rule, reader),
        FigureRule::FractionBar(rule) => bars::fraction_bar(rule, reader),
        FigureRule::AreaModel(rule) => area::draw(rule, reader),
        FigureRule::Grid(rule) => grid::draw(rule, reader),
        FigureRule::BarChart(rule) => chart::bar_chart(rule, reader),
        FigureRule::Histogram(rule) => chart::histogram(rule, reader),
        FigureRule::DotPlot(rule) => plots::dots(rule, reader, false),
        FigureRule::LinePlot(rule) => plots::dots(rule, reader, true),
        FigureRule::BoxPlot(rule) => plots::box_plot(rule, reader),
        FigureRule::RatioTable(rule) => tables::ratio_table(rule, reader),
        FigureRule::DoubleNumberLine(rule) => tables::double_number_line(rule, reader),
        FigureRule::Tape(rule) => bars::tape(rule, reader),
        FigureRule::Angle(rule) => angle::draw(rule, reader),
        FigureRule::Rectangle(rule) => shapes::rectangle(rule, reader),
        FigureRule::Triangle(rule) => shapes::triangle(rule, reader),
        FigureRule::Parallelogram(rule) => quads::parallelogram(rule, reader),
        FigureRule::Trapezoid(rule) => quads::trapezoid(rule, reader),
        FigureRule::LShape(rule) => quads::l_shape(rule, reader),
        FigureRule::Circle(rule) => solids::circle(rule, reader),
        FigureRule::Box(rule) => solids::prism(rule, reader),
        FigureRule::Cylinder(rule) => solids::cylinder(rule, reader),
        FigureRule::Clock(rule) => clock::draw(rule, reader),
        FigureRule::Sketch(rule) => sketch::draw(rule, reader),
    }
}

impl FigureRule {
    /// Without variables, and laid out for a card: what fills its room is at most 240 units wide.
    pub fn on_card(&self) -> Result<Figure, FigureError> {
        draw_within(self, &Scope::default(), CARD_ROOM)
    }

    /// As in authors' files.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NumberLine(_) => "number-line",
            Self::FractionBar(_) => "fraction-bar",
            Self::AreaModel(_) => "area-model",
            Self::Grid(_) => "grid",
            Self::BarChart(_) => "bar-chart",
            Self::Histogram(_) => "histogram",
            Self::DotPlot(_) => "dot-plot",
            Self::LinePlot(_) => "line-plot",
            Self::BoxPlot(_) => "box-plot",
            Self::RatioTable(_) => "ratio-table",
            Self::DoubleNumberLine(_) => "double-number-line",
            Self::Tape(_) => "tape",
            Self::Angle(_) => "angle",
            Self::Rectangle(_) => "rectangle",
            Self::Triangle(_) => "triangle",
            Self::Parallelogram(_) => "parallelogram",
            Self::Trapezoid(_) => "trapezoid",
            Self::LShape(_) => "l-shape",
            Self::Circle(_) => "circle",
            Self::Box(_) => "box",
            Self::Cylinder(_) => "cylinder",
            Self::Clock(_) => "clock",
            Self::Sketch(_) => "sketch",
        }
    }
}
