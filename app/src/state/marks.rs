//! Marking points and intervals on scales: what a tap and an arrow key do. Everything is in ticks.

use super::{End, How};

/// The ticks to mark on; a number line is one tick high.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grid {
    pub across: i32,
    pub up: i32,
    /// How many points are asked for.
    pub of: usize,
}

/// What a press came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marked {
    Placed,
    Removed,
    /// As many as are asked for are there: one must go first.
    Full,
}

impl Grid {
    /// Sets a mark, or takes it away. A single point asked for simply moves.
    pub fn toggle(&self, points: &mut Vec<[i32; 2]>, at: [i32; 2]) -> Marked {
        if let Some(there) = points.iter().position(|point| *point == at) {
            points.remove(there);
            return Marked::Removed;
        }
        if self.of == 1 {
            points.clear();
        }
        if points.len() >= self.of {
            return Marked::Full;
        }
        points.push(at);
        Marked::Placed
    }

    /// The tick one step on, which a single point goes along to.
    pub fn step(&self, points: &mut [[i32; 2]], from: [i32; 2], by: [i32; 2]) -> [i32; 2] {
        let to = self.within([from[0] + by[0], from[1] + by[1]]);
        if let ([point], 1) = (points, self.of) {
            *point = to;
        }
        to
    }

    pub fn within(&self, [across, up]: [i32; 2]) -> [i32; 2] {
        [
            across.clamp(0, (self.across - 1).max(0)),
            up.clamp(0, (self.up - 1).max(0)),
        ]
    }
}

/// Where the `n`th end (0 from, 1 to) stands while nobody has placed it.
fn start(n: usize, last: i32) -> i32 {
    if n == 0 { 0 } else { last }
}

/// Where an end is drawn.
pub fn place(ends: &[Option<End>; 2], n: usize, last: i32) -> i32 {
    ends[n].map_or(start(n, last), |end| end.at)
}

/// Moves an end; it never passes the other.
pub fn move_end(ends: &mut [Option<End>; 2], n: usize, at: i32, last: i32) {
    let other = ends[1 - n].filter(|end| end.how != How::Endless);
    let (low, high) = match (n, other) {
        (0, Some(to)) => (0, to.at),
        (_, Some(from)) => (from.at, last),
        (_, None) => (0, last),
    };
    let how = ends[n].map_or(How::Closed, |end| end.how);
    let at = at.clamp(low, high);
    ends[n] = Some(End { at, how });
}

/// A tap on the line: the ends are placed one after the other, then the nearer one moves. Gives
/// which end it was.
pub fn tap(ends: &mut [Option<End>; 2], at: i32, last: i32) -> usize {
    let endless = |n: usize| ends[n].is_some_and(|end| end.how == How::Endless);
    let n = match (ends[0], ends[1]) {
        _ if endless(0) && !endless(1) => 1,
        _ if endless(1) => 0,
        (Some(from), None) if at < from.at => {
            // The first tap turns out to have been the far end.
            ends[1] = ends[0].take();
            0
        }
        (Some(_), None) => 1,
        (None, Some(to)) if at > to.at => {
            ends[0] = ends[1].take();
            1
        }
        (None, _) => 0,
        (Some(from), Some(to)) => usize::from(at * 2 > from.at + to.at),
    };
    move_end(ends, n, at, last);
    n
}

/// Says how an end is. One that goes on for ever gives its place to the other, if that has none.
pub fn set_how(ends: &mut [Option<End>; 2], n: usize, how: How, last: i32) {
    let at = place(ends, n, last);
    if let (How::Endless, Some(end), None) = (how, ends[n], ends[1 - n]) {
        ends[1 - n] = Some(end);
    }
    ends[n] = Some(match how {
        How::Endless => End {
            at: start(n, last),
            how,
        },
        _ => End { at, how },
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    const GRID: Grid = Grid {
        across: 11,
        up: 11,
        of: 2,
    };

    #[test]
    fn points_are_placed_removed_and_counted() {
        let mut points = Vec::new();
        assert_eq!(GRID.toggle(&mut points, [1, 2]), Marked::Placed);
        assert_eq!(GRID.toggle(&mut points, [3, 4]), Marked::Placed);
        assert_eq!(GRID.toggle(&mut points, [5, 6]), Marked::Full);
        assert_eq!(GRID.toggle(&mut points, [1, 2]), Marked::Removed);
        assert_eq!(points, [[3, 4]]);
        assert_eq!(GRID.step(&mut points, [10, 0], [1, -1]), [10, 0]);
        assert_eq!(points, [[3, 4]]);
    }

    #[test]
    fn a_single_point_goes_with_the_keys() {
        let one = Grid { of: 1, ..GRID };
        let mut points = vec![[3, 4]];
        assert_eq!(one.step(&mut points, [3, 4], [1, 0]), [4, 4]);
        assert_eq!(points, [[4, 4]]);
        assert_eq!(one.toggle(&mut points, [9, 9]), Marked::Placed);
        assert_eq!(points, [[9, 9]]);
    }

    fn end(at: i32, how: How) -> End {
        End { at, how }
    }

    #[test]
    fn two_taps_make_an_interval_whichever_comes_first() {
        for taps in [[2, 7], [7, 2]] {
            let mut ends = [None; 2];
            for at in taps {
                tap(&mut ends, at, 10);
            }
            assert_eq!(ends, [Some(end(2, How::Closed)), Some(end(7, How::Closed))]);
        }
    }

    #[test]
    fn one_tap_and_for_ever_is_a_ray_either_way() {
        for n in [0, 1] {
            let mut ends = [None; 2];
            tap(&mut ends, 4, 10);
            set_how(&mut ends, n, How::Endless, 10);
            set_how(&mut ends, 1 - n, How::Open, 10);
            assert_eq!(ends[1 - n], Some(end(4, How::Open)));
            assert_eq!(ends[n].unwrap().how, How::Endless);
            tap(&mut ends, 6, 10);
            assert_eq!(ends[1 - n], Some(end(6, How::Open)));
        }
    }

    #[test]
    fn ends_do_not_pass_each_other() {
        let mut ends = [Some(end(2, How::Closed)), Some(end(5, How::Open))];
        move_end(&mut ends, 0, 9, 10);
        assert_eq!(ends[0], Some(end(5, How::Closed)));
        move_end(&mut ends, 1, 0, 10);
        assert_eq!(ends[1], Some(end(5, How::Open)));
    }
}
