//! Figures as authors write them. Numbers are expressions and labels are texts, both over the
//! template's variables; every kind may bring its own `alt`.

mod data;
mod lines;
mod parts;
mod shapes;
mod sketch;

pub use data::{BarChartRule, BoxPlotRule, DotPlotRule, HistogramRule};
pub use lines::{
    GridLineRule, GridPointRule, GridRule, GridSegmentRule, IntervalRule, JumpRule, MarkRule,
    NumberLineRule, Numbers, PolygonRule,
};
pub use parts::{AreaModelRule, FractionBarRule, PartsRule, TableRule, TapeRowRule, TapeRule};
use serde::{Deserialize, Serialize};
pub use shapes::{
    AngleRule, CircleRule, ClockRule, CylinderRule, LShapeRule, ParallelogramRule, PrismRule,
    RectangleRule, TrapezoidRule, TriangleRule,
};
pub use sketch::{Heads, SketchAngleRule, SketchLineRule, SketchRule};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureRule {
    NumberLine(NumberLineRule),
    FractionBar(FractionBarRule),
    AreaModel(AreaModelRule),
    Grid(GridRule),
    BarChart(BarChartRule),
    Histogram(HistogramRule),
    /// A dot for each datum.
    DotPlot(DotPlotRule),
    /// A cross for each datum.
    LinePlot(DotPlotRule),
    BoxPlot(BoxPlotRule),
    RatioTable(TableRule),
    DoubleNumberLine(TableRule),
    Tape(TapeRule),
    Angle(AngleRule),
    Rectangle(RectangleRule),
    Triangle(TriangleRule),
    Parallelogram(ParallelogramRule),
    Trapezoid(TrapezoidRule),
    LShape(LShapeRule),
    Circle(CircleRule),
    Box(PrismRule),
    Cylinder(CylinderRule),
    Clock(ClockRule),
    Sketch(SketchRule),
}
