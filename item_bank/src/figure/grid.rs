//! Coordinate grids.

use super::axis::{Style, Ticks};
use super::canvas::Canvas;
use super::label::Label;
use super::model::{Anchor, Figure, PathClass, TextClass};
use super::path::At;
use super::reader::{Drawn, Reader};
use super::rule::{GridLineRule, GridPointRule, GridRule, GridSegmentRule, PolygonRule};
use super::words::{listed, named};
use crate::Rational;

const MOST: i32 = 30;
const LARGEST: i32 = 2900;
const BEYOND: i32 = 130;
const DOT: i32 = 50;

pub(super) type Place = (Rational, Rational);

pub(super) struct Grid<'a> {
    reader: &'a Reader<'a>,
    pub x: Ticks,
    pub y: Ticks,
    cell: i32,
    pub said: Vec<String>,
}

pub(super) fn draw(rule: &GridRule, reader: &Reader<'_>) -> Drawn<Figure> {
    reader.at_most("points", rule.points.len(), 20)?;
    reader.at_most("segments", rule.segments.len(), 20)?;
    reader.at_most("polygons", rule.polygons.len(), 4)?;
    reader.at_most("lines", rule.lines.len(), 4)?;
    let ticks = |ends: &[String; 3]| {
        Ticks::read(reader, [&ends[0], &ends[1], &ends[2]], Style::PLAIN, MOST)
    };
    let (x, y) = (ticks(&rule.x)?, ticks(&rule.y)?);
    let numbers = (0..=y.spaces).map(|i| y.number(i).width(TextClass::Label));
    let numbers = numbers.max().unwrap_or(0) + 80;
    let beside = if x.zero().unwrap_or(0) > 0 {
        BEYOND
    } else {
        numbers
    };
    let room = (reader.room - beside - BEYOND - 150).min(LARGEST);
    let cell = (room / x.spaces).min(LARGEST / y.spaces).min(400);
    let mut grid = Grid {
        reader,
        x,
        y,
        cell,
        said: Vec::new(),
    };
    let mut canvas = Canvas::new(reader.kind);
    let names = [
        reader.maybe_label(rule.x_label.as_ref())?,
        reader.maybe_label(rule.y_label.as_ref())?,
    ];
    grid.axes(&mut canvas, &names);
    for polygon in &rule.polygons {
        grid.polygon(&mut canvas, polygon)?;
    }
    for line in &rule.lines {
        grid.line(&mut canvas, line)?;
    }
    for segment in &rule.segments {
        grid.segment(&mut canvas, segment)?;
    }
    for point in &rule.points {
        let (place, at) = grid.point(point)?;
        canvas.circle(PathClass::Point, at, DOT);
        let label = reader.maybe_label(point.label.as_ref())?;
        if let Some(label) = &label {
            canvas.beside(at, 70, label, None);
        }
        let place = grid.place_said(place);
        grid.said
            .push(format!("A point{} is {place}.", named(label.as_ref())));
    }
    let alt = reader.alt(rule.alt.as_ref(), grid.said.join(" "))?;
    canvas.finish(alt)
}

impl Grid<'_> {
    /// Where the axes cross: at 0 or, where there is none, at the low end.
    fn origin(&self) -> At {
        let (across, up) = (self.x.zero().unwrap_or(0), self.y.zero().unwrap_or(0));
        (across * self.cell, -up * self.cell)
    }

    fn size(&self) -> At {
        (self.x.spaces * self.cell, self.y.spaces * self.cell)
    }

    fn axes(&mut self, canvas: &mut Canvas, names: &[Option<Label>; 2]) {
        let ((width, height), (across, down)) = (self.size(), self.origin());
        canvas.rectangle(PathClass::Surface, (0, -height), width, height);
        for index in 0..=self.x.spaces {
            canvas.line(
                PathClass::Grid,
                (index * self.cell, 0),
                (index * self.cell, -height),
            );
        }
        for index in 0..=self.y.spaces {
            canvas.line(
                PathClass::Grid,
                (0, -index * self.cell),
                (width, -index * self.cell),
            );
        }
        let (right, top) = ((width + BEYOND, down), (across, -height - BEYOND));
        let low = |zero: Option<i32>| if zero.unwrap_or(0) > 0 { BEYOND } else { 0 };
        let (left, bottom) = ((-low(self.x.zero()), down), (across, low(self.y.zero())));
        canvas.line(PathClass::Axis, left, right);
        canvas.line(PathClass::Axis, bottom, top);
        for (tip, from, end) in [
            (right, left, 0),
            (left, right, left.0),
            (top, bottom, 0),
            (bottom, top, bottom.1),
        ] {
            if tip == right || tip == top || end != 0 {
                canvas.head(tip, from);
            }
        }
        let origin = self.numbers(canvas);
        let [x_name, y_name] = names;
        let default = |label: &Option<Label>, name: &str| {
            label
                .clone()
                .unwrap_or_else(|| Label::math(crate::Math::Ident(name.to_owned())))
        };
        let (x_name, y_name) = (default(x_name, "x"), default(y_name, "y"));
        let wide = x_name.width(TextClass::Label);
        if wide < 200 {
            canvas.label(
                TextClass::Label,
                Anchor::Start,
                (right.0 + 40, right.1),
                &x_name,
            );
        } else {
            // under the right end, where a long name has room
            let y = canvas.extent().bottom + 120;
            canvas.label(TextClass::Label, Anchor::Middle, (width / 2, y), &x_name);
        }
        let wide = y_name.width(TextClass::Label);
        let x = top.0.max(canvas.extent().left + wide / 2);
        canvas.label(TextClass::Label, Anchor::Middle, (x, top.1 - 110), &y_name);
        self.describe(&x_name, &y_name, origin);
    }

    /// Numbers along both axes; true when 0 is printed once for both.
    fn numbers(&self, canvas: &mut Canvas) -> bool {
        let ((width, height), (across, down)) = (self.size(), self.origin());
        // left of the upright axis and under the level one, small numbers meet near 0
        let crowded = self.x.zero() > Some(0) && self.y.zero() > Some(0);
        let apart = |n: &i32| n * self.cell >= 270;
        let every = [1, 2, 5, 10].into_iter().find(apart).filter(|_| crowded);
        let columns = self.x.numbered(width, every, false);
        let rows = self.y.numbered(height, every, true);
        let small = [columns.class, rows.class].contains(&TextClass::Small) || crowded;
        let class = if small {
            TextClass::Small
        } else {
            TextClass::Label
        };
        let both = self.x.zero().is_some() && self.y.zero().is_some();
        for &index in &columns.indices {
            let x = index * self.cell;
            canvas.line(PathClass::Tick, (x, down - 35), (x, down + 35));
            if !(both && Some(index) == self.x.zero()) {
                let number = self.x.number(index);
                let at = (x, down + 60 + number.height(class) / 2);
                canvas.label(class, Anchor::Middle, at, &number);
            }
        }
        for &index in &rows.indices {
            let y = -index * self.cell;
            canvas.line(PathClass::Tick, (across - 35, y), (across + 35, y));
            if !(both && Some(index) == self.y.zero()) {
                canvas.label(class, Anchor::End, (across - 65, y), &self.y.number(index));
            }
        }
        if both {
            let zero = self.x.number(self.x.zero().unwrap_or(0));
            let at = (across - 65, down + 60 + zero.height(class) / 2);
            canvas.label(class, Anchor::End, at, &zero);
        }
        both
    }

    fn at(&self, (x, y): Place) -> Drawn<At> {
        let (width, height) = self.size();
        let across = self.x.place(self.reader, "x", x, width)?;
        Ok((across, -self.y.place(self.reader, "y", y, height)?))
    }

    fn point(&self, rule: &GridPointRule) -> Drawn<(Place, At)> {
        let place = (
            self.reader.number("x", &rule.x)?,
            self.reader.number("y", &rule.y)?,
        );
        Ok((place, self.at(place)?))
    }

    fn segment(&mut self, canvas: &mut Canvas, rule: &GridSegmentRule) -> Drawn<()> {
        let place = |x: &str, y: &str| {
            Ok((
                self.reader.number("x1, x2", x)?,
                self.reader.number("y1, y2", y)?,
            ))
        };
        let (from, to) = (place(&rule.x1, &rule.y1)?, place(&rule.x2, &rule.y2)?);
        let (start, end) = (self.at(from)?, self.at(to)?);
        let class = if rule.dashed {
            PathClass::Dashed
        } else {
            PathClass::Segment
        };
        canvas.line(class, start, end);
        let line = if rule.dashed {
            "dashed line"
        } else {
            "straight line"
        };
        let (from, to) = (self.place_said(from), self.place_said(to));
        self.said.push(format!(
            "A {line} goes from the spot {from} to the spot {to}."
        ));
        Ok(())
    }

    fn polygon(&mut self, canvas: &mut Canvas, rule: &PolygonRule) -> Drawn<()> {
        if !(3..=10).contains(&rule.points.len()) {
            return Err(self.reader.shape("a polygon has 3 to 10 points"));
        }
        let corners = rule.points.iter().map(|point| self.point(point));
        let corners = corners.collect::<Drawn<Vec<_>>>()?;
        let spots: Vec<At> = corners.iter().map(|corner| corner.1).collect();
        canvas.polygon(PathClass::Fill2, &spots);
        canvas.polygon(PathClass::Outline, &spots);
        let count = spots.len() as i32;
        let (sum_x, sum_y) = spots
            .iter()
            .fold((0, 0), |sum, at| (sum.0 + at.0, sum.1 + at.1));
        let centre = (sum_x / count, sum_y / count);
        let label = self.reader.maybe_label(rule.label.as_ref())?;
        if let Some(label) = &label {
            canvas.label(TextClass::Label, Anchor::Middle, centre, label);
        }
        let mut said = Vec::new();
        for (point, (place, at)) in rule.points.iter().zip(&corners) {
            let name = self.reader.maybe_label(point.label.as_ref())?;
            if let Some(name) = &name {
                canvas.beside(*at, 50, name, Some(centre));
            }
            let name = name.map_or_else(String::new, |n| format!("{}, ", n.said()));
            said.push(format!("{name}{}", self.place_said(*place)));
        }
        self.said.push(format!(
            "A shape{} with {count} corners, in order: {}.",
            named(label.as_ref()),
            said.join("; ")
        ));
        Ok(())
    }

    fn line(&mut self, canvas: &mut Canvas, rule: &GridLineRule) -> Drawn<()> {
        let slope = self.reader.number("slope", &rule.slope)?;
        let intercept = self.reader.number("intercept", &rule.intercept)?;
        let (from, to) = self.clipped(slope, intercept).ok_or_else(|| {
            self.reader
                .shape("a line with this slope and intercept does not cross the grid")
        })?;
        let (start, end) = (self.at(from)?, self.at(to)?);
        canvas.line(PathClass::Segment, start, end);
        canvas.head(start, end);
        canvas.head(end, start);
        let label = self.reader.maybe_label(rule.label.as_ref())?;
        if let Some(label) = &label {
            let at = self.label_spot(canvas, (start, end), label);
            canvas.label(TextClass::Label, Anchor::Middle, at, label);
        }
        let mut known: Vec<Place> = (0..=self.x.spaces)
            .filter_map(|index| {
                let x = self.x.value(index)?;
                let y = slope.checked_mul(x)?.checked_add(intercept)?;
                let up = self.y.spaces_to(y)?;
                let on = up.is_whole() && y >= self.y.from && y <= self.y.value(self.y.spaces)?;
                on.then_some((x, y))
            })
            .collect();
        if known.len() < 2 {
            known = vec![from, to];
        }
        known.truncate(3);
        let spots: Vec<String> = known
            .iter()
            .map(|&place| format!("the spot {}", self.place_said(place)))
            .collect();
        self.said.push(format!(
            "A straight line{} runs across the whole grid. It goes through {}.",
            named(label.as_ref()),
            listed(&spots)
        ));
        Ok(())
    }

    /// On one side of a line or the other, where the grid is free.
    fn label_spot(&self, canvas: &Canvas, (start, end): (At, At), label: &Label) -> At {
        let near = |tenths: i32| {
            let along = |from: i32, to: i32| from + (to - from) * tenths / 10;
            (along(start.0, end.0), along(start.1, end.1))
        };
        let (width, height) = self.size();
        let half = (
            label.width(TextClass::Label) / 2,
            label.height(TextClass::Label) / 2,
        );
        let places = [8, 2, 7, 3, 6, 4].into_iter();
        let spots = places.flat_map(|p| [(near(p - 1), near(p + 1)), (near(p + 1), near(p - 1))]);
        let mut spots = spots.map(|(from, to)| super::shapes::spot_along(from, to, label));
        let first = spots.clone().next().unwrap_or(end);
        let inside = |(x, y): &At| {
            (half.0..=width - half.0).contains(x) && (half.1 - height..=-half.1).contains(y)
        };
        spots
            .find(|at| inside(at) && canvas.is_free(*at, half))
            .unwrap_or(first)
    }

    /// The two ends of what is on the grid, left to right.
    fn clipped(&self, slope: Rational, intercept: Rational) -> Option<(Place, Place)> {
        let (left, right) = (self.x.from, self.x.value(self.x.spaces)?);
        let (low, high) = (self.y.from, self.y.value(self.y.spaces)?);
        let at = |x: Rational| Some((x, slope.checked_mul(x)?.checked_add(intercept)?));
        let mut ends = vec![at(left)?, at(right)?];
        if slope != Rational::ZERO {
            for y in [low, high] {
                ends.push((y.checked_sub(intercept)?.checked_div(slope)?, y));
            }
        }
        ends.retain(|(x, y)| (left..=right).contains(x) && (low..=high).contains(y));
        let (from, to) = (*ends.iter().min()?, *ends.iter().max()?);
        (from != to).then_some((from, to))
    }
}
