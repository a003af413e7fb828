//! Where a figure is laid out, in tenths of a unit around any origin; y grows downwards.

use super::label::{Label, Part};
use super::model::{Anchor, Figure, FigurePath, FigureText, PathClass, TextClass};
use super::path::{At, Step, data};
use super::{FigureError, font};

/// What a phone shows at natural size (tenths).
const WIDEST: i32 = 3600;
const TALLEST: i32 = 4600;
/// Clear ground around everything, room for a stroke's half width.
const MARGIN: i32 = 40;
/// What a layout may fill from its first edge to its last, the halves of odd widths left over.
pub(super) const ROOM: i32 = room(WIDEST);
/// The same of a card of 240 units, where two cards stand side by side.
pub(super) const CARD_ROOM: i32 = room(2400);

const fn room(width: i32) -> i32 {
    width - 2 * MARGIN - 20
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Area {
    fn meets(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

struct Placed {
    at: At,
    anchor: Anchor,
    class: TextClass,
    text: String,
    area: Area,
}

pub(super) struct Canvas {
    kind: &'static str,
    paths: Vec<(PathClass, Vec<Step>)>,
    texts: Vec<Placed>,
    extent: Option<Area>,
}

impl Canvas {
    pub fn new(kind: &'static str) -> Self {
        Self {
            kind,
            paths: Vec::new(),
            texts: Vec::new(),
            extent: None,
        }
    }

    /// Like paths in a row become one.
    pub fn path(&mut self, class: PathClass, steps: &[Step]) {
        for step in steps {
            if let Step::Move(at) | Step::Line(at) | Step::Arc(_, _, _, at) = step {
                self.include(*at);
            }
        }
        match self.paths.last_mut() {
            Some((last, all)) if *last == class => all.extend(steps),
            _ => self.paths.push((class, steps.to_vec())),
        }
    }

    /// Makes sure that a point is inside the box: arcs reach beyond their ends.
    pub fn include(&mut self, (x, y): At) {
        self.cover(Area {
            left: x,
            top: y,
            right: x,
            bottom: y,
        });
    }

    fn cover(&mut self, area: Area) {
        let all = self.extent.unwrap_or(area);
        self.extent = Some(Area {
            left: all.left.min(area.left),
            top: all.top.min(area.top),
            right: all.right.max(area.right),
            bottom: all.bottom.max(area.bottom),
        });
    }

    pub fn line(&mut self, class: PathClass, from: At, to: At) {
        self.path(class, &[Step::Move(from), Step::Line(to)]);
    }

    pub fn polygon(&mut self, class: PathClass, corners: &[At]) {
        let mut steps: Vec<Step> = corners.iter().map(|&at| Step::Line(at)).collect();
        if let Some(first) = corners.first() {
            steps[0] = Step::Move(*first);
        }
        steps.push(Step::Close);
        self.path(class, &steps);
    }

    pub fn rectangle(&mut self, class: PathClass, (x, y): At, width: i32, height: i32) {
        let (right, bottom) = (x + width, y + height);
        self.polygon(class, &[(x, y), (right, y), (right, bottom), (x, bottom)]);
    }

    pub fn circle(&mut self, class: PathClass, centre: At, radius: i32) {
        self.ellipse(class, centre, (radius, radius));
    }

    pub fn ellipse(&mut self, class: PathClass, (x, y): At, radii: At) {
        let (from, to) = ((x - radii.0, y), (x + radii.0, y));
        self.include((x, y - radii.1));
        self.include((x, y + radii.1));
        let half = |to| Step::Arc(radii, true, true, to);
        self.path(
            class,
            &[Step::Move(from), half(to), half(from), Step::Close],
        );
    }

    /// The head of an arrow with its tip there, come from `from`.
    pub fn head(&mut self, tip: At, from: At) {
        const LENGTH: i64 = 80;
        const HALF: i64 = 38;
        let (dx, dy) = (i64::from(tip.0 - from.0), i64::from(tip.1 - from.1));
        let length = (dx * dx + dy * dy).isqrt().max(1);
        let back = |along: i64, across: i64| {
            let x = i64::from(tip.0) - (dx * along - dy * across) / length;
            let y = i64::from(tip.1) - (dy * along + dx * across) / length;
            (x as i32, y as i32)
        };
        self.polygon(
            PathClass::Head,
            &[tip, back(LENGTH, HALF), back(LENGTH, -HALF)],
        );
    }

    /// Diagonals over a rectangle: `/` or, `falling`, `\`.
    pub fn hatch(&mut self, (x, y): At, width: i32, height: i32, falling: bool) {
        const GAP: i32 = 70;
        let mut steps = Vec::new();
        let mut sum = GAP / 2;
        while sum < width + height {
            // the line of all points that are `sum` from the corner, along both sides together
            let low = ((sum - height).max(0), sum.min(height));
            let high = (sum.min(width), (sum - width).max(0));
            let flip = |(across, down): At| {
                let across = if falling { width - across } else { across };
                (x + across, y + down)
            };
            steps.extend([Step::Move(flip(low)), Step::Line(flip(high))]);
            sum += GAP;
        }
        self.path(PathClass::Hatch, &steps);
    }

    /// On its baseline.
    fn text(&mut self, class: TextClass, anchor: Anchor, at: At, text: &str) {
        let width = font::width(text, class);
        let left = at.0
            - match anchor {
                Anchor::Start => 0,
                Anchor::Middle => width / 2,
                Anchor::End => width,
            };
        let area = Area {
            left,
            top: at.1 - class.size() * 15 / 2,
            right: left + width,
            bottom: at.1 + class.size() * 2,
        };
        self.cover(area);
        self.texts.push(Placed {
            at,
            anchor,
            class,
            text: text.to_owned(),
            area,
        });
    }

    /// Its middle line at the height of `at`.
    pub fn label(&mut self, class: TextClass, anchor: Anchor, at: At, label: &Label) {
        let baseline = at.1 + class.size() * 7 / 2;
        if let [Part::Text(text)] = &label.parts[..] {
            self.text(class, anchor, (at.0, baseline), text);
            return;
        }
        let width = label.width(class);
        let mut x = at.0
            - match anchor {
                Anchor::Start => 0,
                Anchor::Middle => width / 2,
                Anchor::End => width,
            };
        for part in &label.parts {
            let width = part.width(class);
            match part {
                Part::Text(text) => {
                    // SVG drops spaces at the ends of a text
                    let shown = text.trim_start();
                    let gap = font::width(&text[..text.len() - shown.len()], class);
                    self.text(class, Anchor::Start, (x + gap, baseline), shown.trim_end());
                }
                Part::Stack(top, bottom) => {
                    let middle = x + width / 2;
                    let (up, down) = (at.1 - 30, at.1 + class.size() * 8 + 15);
                    self.text(class, Anchor::Middle, (middle, up), top);
                    self.text(class, Anchor::Middle, (middle, down), bottom);
                    self.line(
                        PathClass::FractionBar,
                        (x + 10, at.1),
                        (x + width - 10, at.1),
                    );
                }
            }
            x += width;
        }
    }

    /// Whether no text is there yet, around `at`.
    pub fn is_free(&self, at: At, half: At) -> bool {
        let area = Area {
            left: at.0 - half.0,
            top: at.1 - half.1,
            right: at.0 + half.0,
            bottom: at.1 + half.1,
        };
        !self.texts.iter().any(|text| text.area.meets(area))
    }

    /// Beside a point, on the first side where there is room and no other text.
    pub fn beside(&mut self, at: At, distance: i32, label: &Label, away_from: Option<At>) {
        let (width, height) = (
            label.width(TextClass::Label),
            label.height(TextClass::Label),
        );
        let (dx, dy) = (width / 2 + distance, height / 2 + distance * 2 / 3);
        let mut sides = [
            (dx, -dy),
            (-dx, -dy),
            (dx, dy),
            (-dx, dy),
            (0, -dy),
            (0, dy),
            (dx, 0),
            (-dx, 0),
        ];
        if let Some(from) = away_from {
            sides.sort_by_key(|&(x, y)| {
                -(x.signum() * (at.0 - from.0) + y.signum() * (at.1 - from.1))
            });
        }
        let all = self.extent();
        let free = |(x, y): At| {
            let (x, y) = (at.0 + x, at.1 + y);
            let inside = all.left <= x - width / 2 && x + width / 2 <= all.right;
            inside && self.is_free((x, y), (width / 2, height / 2))
        };
        let (x, y) = sides.into_iter().find(|&s| free(s)).unwrap_or(sides[0]);
        self.label(
            TextClass::Label,
            Anchor::Middle,
            (at.0 + x, at.1 + y),
            label,
        );
    }

    /// Everything so far, from the first thing drawn.
    pub fn extent(&self) -> Area {
        self.extent.unwrap_or(Area {
            left: 0,
            top: 0,
            right: 0,
            bottom: 0,
        })
    }

    /// A heading over all.
    pub fn title(&mut self, label: Option<&Label>) {
        if let Some(label) = label {
            let area = self.extent();
            let height = label.height(TextClass::Title);
            let at = (
                i32::midpoint(area.left, area.right),
                area.top - 60 - height / 2,
            );
            self.label(TextClass::Title, Anchor::Middle, at, label);
        }
    }

    /// A line of text under all.
    pub fn caption(&mut self, middle: i32, label: Option<&Label>) {
        if let Some(label) = label {
            let height = label.height(TextClass::Label);
            let at = (middle, self.extent().bottom + 40 + height / 2);
            self.label(TextClass::Label, Anchor::Middle, at, label);
        }
    }

    pub fn finish(self, alt: String) -> Result<Figure, FigureError> {
        let area = self.extent();
        for (index, one) in self.texts.iter().enumerate() {
            let met = self.texts[..index].iter().find(|o| o.area.meets(one.area));
            if let Some(other) = met {
                return Err(FigureError::Overlap {
                    kind: self.kind,
                    one: other.text.clone(),
                    other: one.text.clone(),
                });
            }
        }
        let size = |from: i32, to: i32, direction, most: i32| {
            let size = to - from + 2 * MARGIN;
            if size > most {
                let (size, most) = (size.div_euclid(10) + 1, most / 10);
                return Err(FigureError::TooLarge {
                    kind: self.kind,
                    direction,
                    size,
                    most,
                });
            }
            Ok(u16::try_from((size + 9) / 10).unwrap_or(u16::MAX))
        };
        let by = (MARGIN - area.left, MARGIN - area.top);
        let unit = |tenths: i32| (tenths + 5).div_euclid(10);
        Ok(Figure {
            // a label that ends in a full stop, "in.", ends its sentence too
            alt: alt.replace("..", "."),
            width: size(area.left, area.right, "wide", WIDEST)?,
            height: size(area.top, area.bottom, "high", TALLEST)?,
            paths: self
                .paths
                .iter()
                .map(|(class, steps)| FigurePath {
                    class: *class,
                    d: data(steps, by),
                })
                .collect(),
            texts: self
                .texts
                .into_iter()
                .map(|text| FigureText {
                    x: unit(text.at.0 + by.0),
                    y: unit(text.at.1 + by.1),
                    anchor: text.anchor,
                    class: text.class,
                    text: text.text,
                })
                .collect(),
        })
    }
}
