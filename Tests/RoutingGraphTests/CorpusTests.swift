import RoutingGraph
import Testing

@Suite("Graphs of whole topologies") struct CorpusTests {
  @Test(arguments: EdgeCase.all) func `routes`(_ example: EdgeCase) {
    #expect(Example(example.text).graph.lines == example.edges)
  }

  @Test(arguments: FamilyCase.all) func `the events on each route`(_ example: FamilyCase) {
    #expect(Example(example.text).families == example.families)
  }

  @Test(arguments: VolumeCase.all) func `the volume on each route`(_ example: VolumeCase) {
    #expect(Example(example.text).monthly == example.monthly)
  }

  @Test(arguments: RingCase.all) func `rings`(_ example: RingCase) {
    #expect(Example(example.text).rings == example.rings)
  }
}
