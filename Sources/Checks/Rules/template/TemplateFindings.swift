package import Diagnostics

/// What is said of templates while they are read: by the reader, not by a check of the topology.
package let templateFindings: [any FindingKind.Type] = [
  TemplateConflictingProperties.self, TemplateMissingProperty.self, TemplateNotRead.self,
  TemplatePlaceholder.self, TemplateTextForReference.self, TemplateUnknownProperty.self,
  TemplateUnknownReference.self, TemplateWrongValue.self,
]

package enum TemplateConflictingProperties: FindingKind {
  package static let id = "template/conflicting-properties"
  package static let severity = Severity.error
  package static let profile = Profile.essential
  package static let summary = "Two properties stand side by side that exclude each other."
}

package enum TemplateMissingProperty: FindingKind {
  package static let id = "template/missing-property"
  package static let severity = Severity.error
  package static let profile = Profile.essential
  package static let summary = "A property that a resource cannot do without is missing."
}

package enum TemplateNotRead: FindingKind {
  package static let id = "template/not-read"
  package static let severity = Severity.info
  package static let profile = Profile.essential
  package static let summary = "A part of a template is not read, so what it adds is unknown."
}

package enum TemplatePlaceholder: FindingKind {
  package static let id = "template/placeholder"
  package static let severity = Severity.warning
  package static let profile = Profile.essential
  package static let summary = "A text that was to be replaced stands where a resource is named."
}

package enum TemplateTextForReference: FindingKind {
  package static let id = "template/text-for-reference"
  package static let severity = Severity.error
  package static let profile = Profile.essential
  package static let summary = "A reference stands as a plain text, without its function."
}

package enum TemplateUnknownProperty: FindingKind {
  package static let id = "template/unknown-property"
  package static let severity = Severity.error
  package static let profile = Profile.essential
  package static let summary = "A resource has no such property."
}

package enum TemplateUnknownReference: FindingKind {
  package static let id = "template/unknown-reference"
  package static let severity = Severity.error
  package static let profile = Profile.essential
  package static let summary = "A template refers to something that it does not declare."
}

package enum TemplateWrongValue: FindingKind {
  package static let id = "template/wrong-value"
  package static let severity = Severity.error
  package static let profile = Profile.essential
  package static let summary = "A property has a value of the wrong kind."
}
