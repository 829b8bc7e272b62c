import type { Damage, Document, Span } from '../document.ts'
import type { Message, Narrative, Project, Form as ProjectForm, Report } from '../model.ts'

/** Knows one published form: finds it in a document by its labels and picks its values. */
export interface Form {
  name: string
  title: Message
  /** What the form finds in a document; nothing at all when it does not occur there. */
  read(document: Document): Reading
}

/** What forms found, and the text they used as labels, headings and captions: that is furniture, not unread. */
export interface Reading {
  narratives?: Placed<NarrativePart>[]
  forms?: Placed<ProjectForm>[]
  facts?: Partial<Pick<Report, 'summary' | 'attachments'>>
  labels: Span[]
  damage?: Damage[]
}

/** Something found from block `first` to block `last` of a document (counted from 0). */
export interface Placed<T> {
  first: number
  last: number
  found: T
  /** The number of the heading it stands under. */
  ordinal?: Project['ordinal']
  code?: Project['code']
}

/** The labelled sentences of one project with the headings it stands under. */
export interface NarrativePart {
  narrative: Narrative
  category?: Project['category']
  /** The number of the category as printed, for the id. */
  section?: string
}
