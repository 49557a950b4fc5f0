package dev.darkroom.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DotPlotTest {

  @Test
  void aDotStandsForEachValueAndOneForEachSeries() throws Exception {
    DotPlot plot = new DotPlot("CPU <time>", "ms", List.of("one", "other"));
    plot.row("Salt & pepper", List.of(20.0, 200.0));
    plot.row("half", List.of(40.0, Double.NaN));

    Document svg = parsed(plot);

    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(2 + 3);
    assertThat(svg.getDocumentElement().getTextContent()).contains("CPU <time>", "Salt & pepper");
  }

  @Test
  void aTenfoldValueStandsADecadeFurtherOn() throws Exception {
    DotPlot plot = new DotPlot("title", "ms", List.of("one", "other"));
    plot.row("row", List.of(10.0, 100.0));

    NodeList dots = parsed(plot).getElementsByTagName("circle");

    assertThat(((Element) dots.item(2)).getAttribute("cx")).isEqualTo("870.0");
    assertThat(((Element) dots.item(3)).getAttribute("cx")).isEqualTo("230.0");
  }

  private static Document parsed(DotPlot plot) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(plot.toSvg().getBytes(StandardCharsets.UTF_8)));
  }
}
