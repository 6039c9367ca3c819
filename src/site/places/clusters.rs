//! Places of a map that lie too near each other to be told apart at the size it is drawn.

/// A circle whose middle lies nearer than this to the edge of a bigger one is one with it, in units.
const NEAR: f64 = 4.0;

/// The radius of a circle that would be too small to be seen.
const LEAST_RADIUS: f64 = 3.5;

/// A place on the drawing, and how often it is mentioned.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    pub x: f64,
    pub y: f64,
    pub count: usize,
}

/// Places that share a circle; it stands at the one that is mentioned most.
#[derive(Debug, Clone)]
pub struct Cluster {
    pub x: f64,
    pub y: f64,
    /// Grows with the root of `count`, so that the area grows with it.
    pub radius: f64,
    pub count: usize,
    /// Indexes of the places, the most mentioned first.
    pub members: Vec<usize>,
}

/// The circles of `spots` (the most mentioned first), the biggest first. The biggest has a radius of
/// `most` units.
pub fn clusters(spots: &[Spot], most: f64) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = spots
        .iter()
        .enumerate()
        .map(|(index, spot)| Cluster { x: spot.x, y: spot.y, radius: 0.0, count: spot.count, members: vec![index] })
        .collect();
    loop {
        let before = clusters.len();
        measure(&mut clusters, most);
        let mut kept: Vec<Cluster> = Vec::with_capacity(before);
        for cluster in clusters {
            let near = kept.iter_mut().find(|bigger| {
                let (x, y) = (bigger.x - cluster.x, bigger.y - cluster.y);
                let reach = bigger.radius + NEAR;
                x * x + y * y < reach * reach
            });
            match near {
                Some(bigger) => {
                    bigger.count += cluster.count;
                    bigger.members.extend(cluster.members);
                    bigger.members.sort_unstable();
                }
                None => kept.push(cluster),
            }
        }
        clusters = kept;
        if clusters.len() == before {
            return clusters;
        }
    }
}

/// Sets the radii, and puts the biggest first.
fn measure(clusters: &mut [Cluster], most: f64) {
    clusters.sort_by_key(|cluster| (std::cmp::Reverse(cluster.count), cluster.members[0]));
    let biggest = clusters.first().map_or(1, |cluster| cluster.count.max(1)) as f64;
    for cluster in clusters {
        cluster.radius = ((cluster.count as f64 / biggest).sqrt() * most).max(LEAST_RADIUS);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_places_share_a_circle_and_far_ones_do_not() {
        let spot = |x, count| Spot { x, y: 0.0, count };
        let found = clusters(&[spot(0.0, 100), spot(300.0, 25), spot(10.0, 20), spot(302.0, 1)], 30.0);
        let members: Vec<_> = found.iter().map(|cluster| cluster.members.clone()).collect();
        assert_eq!(members, [vec![0, 2], vec![1, 3]]);
        assert_eq!(found[0].count, 120);
        // Areas are as the counts.
        let ratio = (found[0].radius / found[1].radius).powi(2);
        assert!((ratio - 120.0 / 26.0).abs() < 1e-9, "{ratio}");
    }
}
