package dev.darkroom.core.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.core.Description;
import dev.darkroom.core.ImageLabels;
import dev.darkroom.core.Job;
import dev.darkroom.core.JobRef;
import dev.darkroom.core.JobStatus;
import dev.darkroom.core.LabelCount;
import dev.darkroom.core.PageRequest;
import dev.darkroom.core.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as they were written before there were captions, albums, hashtags and counts. */
class FirstSchemaIT {
  private static final JobRef REF = new JobRef("alice", "01JX4N7Q0Z8W3V5T2R9P6K1M4H");
  private static final String ITEM =
      """
      {"PK": "OWNER#alice", "SK": "JOB#01JX4N7Q0Z8W3V5T2R9P6K1M4H",
       "jobId": "01JX4N7Q0Z8W3V5T2R9P6K1M4H", "owner": "alice", "status": "COMPLETED",
       "step": "Notify", "fileName": "cat.jpg", "contentType": "image/jpeg", "bytes": 2483112,
       "original": {"key": "uploads/alice/01JX4N7Q0Z8W3V5T2R9P6K1M4H/cat.jpg", "eTag": "e1"},
       "width": 3000, "height": 2000, "capture": {"camera": "Canon EOS R6"},
       "createdAt": "2026-05-04T10:00:00.120Z", "updatedAt": "2026-05-04T10:00:03.480Z",
       "renditions": [{"name": "large", "width": 1280, "height": 853, "bytes": 214332,
         "contentType": "image/jpeg",
         "key": "renditions/alice/01JX4N7Q0Z8W3V5T2R9P6K1M4H/large.jpg"}],
       "labels": [{"name": "Cat", "confidence": 98.5, "parents": ["Animal"], "instances": []},
         {"name": "Animal", "confidence": 98.5, "parents": [], "instances": []}],
       "imageProperties": {"brightness": 71.5, "sharpness": 83.25, "contrast": 64.0,
         "dominantColors": []},
       "notes": [], "executionArn": "arn:aws:states:eu-west-1:1:execution:process-image:mine",
       "version": 6}
      """;

  @RegisterExtension private final LocalTable table = new LocalTable();
  private final StoredImages stored = new StoredImages(table);

  @BeforeEach
  void writeItems() throws Exception {
    stored.put(Attributes.of((ObjectNode) new ObjectMapper().readTree(ITEM)));
    for (String label : List.of("Cat", "Animal")) {
      Map<String, AttributeValue> entry = new HashMap<>(Keys.label(REF, label));
      entry.put("label", AttributeValue.fromS(label));
      entry.put("confidence", AttributeValue.fromN("98.5"));
      stored.put(entry);
    }
  }

  @Test
  void isReadAsOneOfWhichNothingIsSaid() {
    Job job = stored.find(REF);
    assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(job.description()).isEqualTo(Description.NONE);
    assertThat(job.capture().camera()).isEqualTo("Canon EOS R6");
    assertThat(job.labels()).hasSize(2);
    assertThat(stored.images().find(List.of(REF))).containsExactly(job);
    assertThat(stored.images().labelled("alice", "cat", PageRequest.first(5)).items())
        .containsExactly(job);
  }

  @Test
  void isIndexedAndCountedByTheNextWriteOfThePresentForm() {
    stored.images().describe(REF, job -> job.description().withCaption("Sea"));
    assertThat(stored.item(Keys.job(REF)).get("schema").n()).isEqualTo("2");
    assertThat(counts()).containsExactly(new LabelCount("Animal", 1), new LabelCount("Cat", 1));
    assertThat(stored.images().all("alice", PageRequest.first(5)).items())
        .containsExactly(stored.find(REF));
    stored.images().describe(REF, job -> job.description().withCaption("Lake"));
    assertThat(counts()).as("counted once").allMatch(label -> label.images() == 1);
  }

  @Test
  void aStepThatFinishesDoesNotPassItOffAsIndexed() {
    stored.jobs().finished(REF, StoredImages.EXECUTION, Step.NOTIFY);
    stored.images().describe(REF, job -> job.description().withCaption("Sea"));
    assertThat(counts()).hasSize(2);
  }

  @Test
  void aLabelRemovedByTheFirstWriteIsNotCountedBelowZero() {
    stored.images().describe(REF, job -> ImageLabels.removing(job, "Animal"));
    assertThat(stored.sortKeys("LABEL#alice#animal")).isEmpty();
    assertThat(counts()).containsExactly(new LabelCount("Cat", 1));
    stored.images().describe(REF, job -> ImageLabels.adding(job, "Animal"));
    assertThat(counts()).containsExactly(new LabelCount("Animal", 1), new LabelCount("Cat", 1));
  }

  @Test
  void isDeletedWithItsEntries() {
    assertThat(stored.images().delete(REF)).isPresent();
    assertThat(stored.everything()).containsExactly("OWNER#alice JOB#" + REF.jobId());
    assertThat(stored.jobs().find(REF)).isEmpty();
  }

  private List<LabelCount> counts() {
    return stored.images().labels("alice", PageRequest.first(5)).items();
  }
}
