//! Responses by skill, without names: what the tries are built from.

use super::options::BktFitError;
use super::trie::{Trie, TrieBuilder};
use crate::dataset::{Dataset, Response};
use rayon::prelude::*;

/// Responses of some students, sorted by skill, otherwise in their order.
struct Chunk {
    /// Of each skill, where its answers begin; one more at the end.
    begins: Vec<u32>,
    /// Twice the student's number, plus 1 for a right response.
    answers: Vec<u32>,
}

/// A whole data set by skill. Cut at fixed places, so that it can be made in parallel and comes
/// out the same whatever the number of threads.
pub(super) struct BySkill {
    chunks: Vec<Chunk>,
}

/// Responses to a chunk, about.
const CHUNK: usize = 1 << 15;

impl BySkill {
    pub fn new(dataset: &Dataset) -> Result<Self, BktFitError> {
        let responses = &dataset.responses;
        let mut pieces = Vec::new();
        let mut begin = 0;
        while begin < responses.len() {
            let mut end = (begin + CHUNK).min(responses.len());
            // A student stays whole.
            while end < responses.len() && responses[end].student == responses[end - 1].student {
                end += 1;
            }
            pieces.push(begin..end);
            begin = end;
        }
        let chunks = pieces
            .into_par_iter()
            .map(|piece| Chunk::new(&responses[piece.clone()], piece.start, dataset.skills.len()))
            .collect::<Result<_, _>>()?;
        Ok(Self { chunks })
    }

    /// Number of responses to a skill.
    pub fn responses(&self, skill: usize) -> usize {
        self.chunks.iter().map(|chunk| chunk.of(skill).len()).sum()
    }

    pub fn trie(&self, skill: usize) -> Trie {
        let mut builder = TrieBuilder::new();
        for chunk in &self.chunks {
            for sequence in chunk.of(skill).chunk_by(|a, b| a >> 1 == b >> 1) {
                for answer in sequence {
                    builder.push(answer & 1 == 1);
                }
                builder.next_sequence();
            }
        }
        builder.finish()
    }
}

impl Chunk {
    fn new(responses: &[Response], offset: usize, skills: usize) -> Result<Self, BktFitError> {
        let mut begins = vec![0_u32; skills + 1];
        for (i, response) in responses.iter().enumerate() {
            let position = offset + i;
            let skill = response.skill as usize;
            if skill >= skills {
                return Err(BktFitError::UnknownSkill {
                    position,
                    skill: response.skill,
                    skills,
                });
            }
            if response.student > u32::MAX >> 1 {
                return Err(BktFitError::TooManyStudents {
                    position,
                    student: response.student,
                });
            }
            begins[skill + 1] += 1;
        }
        for skill in 0..skills {
            begins[skill + 1] += begins[skill];
        }
        let mut next = begins.clone();
        let mut answers = vec![0; responses.len()];
        for response in responses {
            let place = &mut next[response.skill as usize];
            answers[*place as usize] = response.student << 1 | u32::from(response.correct);
            *place += 1;
        }
        Ok(Self { begins, answers })
    }

    fn of(&self, skill: usize) -> &[u32] {
        &self.answers[self.begins[skill] as usize..self.begins[skill + 1] as usize]
    }
}
