//! BKT for a learner whose own start and pace are unknown: a posterior over a 5 x 5 grid of both
//! (the grid filter of individualised BKT, within one skill).

use engine::SkillParams;

use crate::draw::{logistic, logit};

/// Places of a standard normal and their weights by its density.
const NODES: [(f64, f64); 5] = [
    (-2.0, 0.054),
    (-1.0, 0.242),
    (0.0, 0.399),
    (1.0, 0.242),
    (2.0, 0.054),
];

#[derive(Clone, Copy, Debug)]
struct Cell {
    known: f64,
    unknown: f64,
    learn: f64,
}

/// The joint weight of each kind of learner and of knowing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grid {
    cells: [Cell; 25],
    guess: f64,
    slip: f64,
}

impl Grid {
    pub(crate) fn new(params: &SkillParams) -> Self {
        let cells = std::array::from_fn(|i| {
            let ((start, start_weight), (pace, pace_weight)) = (NODES[i / 5], NODES[i % 5]);
            let known = logistic(logit(params.prior) + start);
            let weight = start_weight * pace_weight;
            Cell {
                known: weight * known,
                unknown: weight * (1.0 - known),
                learn: logistic(logit(params.learn) + pace),
            }
        });
        Self {
            cells,
            guess: params.guess,
            slip: params.slip,
        }
    }

    pub(crate) fn see(&mut self, correct: bool) {
        let (known, unknown) = if correct {
            (1.0 - self.slip, self.guess)
        } else {
            (self.slip, 1.0 - self.guess)
        };
        let mut total = 0.0;
        for cell in &mut self.cells {
            let learned = cell.unknown * unknown * cell.learn;
            cell.known = cell.known * known + learned;
            cell.unknown = cell.unknown * unknown - learned;
            total += cell.known + cell.unknown;
        }
        for cell in &mut self.cells {
            cell.known /= total;
            cell.unknown /= total;
        }
    }

    pub(crate) fn p_known(&self) -> f64 {
        let known: f64 = self.cells.iter().map(|c| c.known).sum();
        let all: f64 = self.cells.iter().map(|c| c.known + c.unknown).sum();
        known / all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_answers_raise_it_and_mass_is_kept() {
        let params = SkillParams::plain(0.4, 0.1, 0.2, 0.1).unwrap();
        let mut grid = Grid::new(&params);
        let first = grid.p_known();
        assert!((first - 0.4).abs() < 0.03, "{first}");
        for _ in 0..4 {
            let before = grid.p_known();
            grid.see(true);
            assert!(grid.p_known() > before);
        }
        let all: f64 = grid.cells.iter().map(|c| c.known + c.unknown).sum();
        assert!((all - 1.0).abs() < 1e-12);
    }
}
