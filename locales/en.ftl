### The interface in English.

## Sections

skip-to-text = Skip to the text
nav-label = Sections
nav-home = Overview
nav-sources = Sources
nav-entities = Names
nav-timeline = Timeline
nav-about = Method
breadcrumbs-label = You are here
theme-toggle = Light or dark
feed-title = New sources
generated-by = Made with dossier. Every statement leads to its sentence in the source.
data-link = Data as JSON
feed-link = Atom feed

## Numbers

count-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
count-in-sources = { $count ->
    [one] in { $count } source
   *[other] in { $count } sources
}
count-mentions = { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
}
count-entities = { $count ->
    [one] { $count } name
   *[other] { $count } names
}
count-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
count-sentences-together = { $count ->
    [one] together in { $count } sentence
   *[other] together in { $count } sentences
}
count-removed = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
}
count-quotes = { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
}
count-more = { $count } more
count-minutes = { $count } min read

## Kinds of names

kind-person = Person
kind-organization = Organization
kind-place = Place
kind-persons = People
kind-organizations = Organizations
kind-places = Places

## Drafts

draft-key-points = Key points
draft-people = People
draft-organizations = Organizations
draft-places = Places

## Overview

home-key-points = Key points
home-key-points-note = Taken from the sources word for word; each source answers for its own.
home-agreements = Where the sources agree
home-verbatim = Word for word: probably one text, printed several times.
home-conflicts = Where the sources differ
home-agreements-left = { $count ->
    [one] { $count } more is not shown.
   *[other] { $count } more are not shown.
}
home-more-conflicts = { $count ->
    [one] { $count } more difference is on the sources' pages.
   *[other] { $count } more differences are on the sources' pages.
}
home-single = What single sources say
home-same-source = Same source
conflict-figure = different numbers
conflict-date = different dates
conflict-status = some report it, others deny it
dispute-figure = the numbers differ
dispute-date = the dates differ
dispute-status = denied by some
voice-passed-on = As told by:
voice-unnamed = an unnamed speaker
voice-via = through
event-dated = Dated here:
event-others = { $count ->
    [one] { $count } more report
   *[other] { $count } more reports
}
event-happened = reported as having happened
count-sentences-of = { $count ->
    [one] { $count } sentence of { $total }
   *[other] { $count } sentences of { $total }
}
source-conflicts = Where other sources differ from this one
source-conflicts-short = Differences
source-voices = Who speaks
source-own-name = In its own name
source-passed-on = Passed on from others
source-which-sentences = which
source-timeline = When, according to this source
home-sources = Newest sources
home-all-sources = All sources
home-entities = Who and what
home-all-entities = All names
home-timeline = Latest events
home-all-timeline = The whole timeline
home-expected = What the sources expect
home-empty-title = No sources yet
home-empty = Put articles into the folder seeds/ and run “dossier build”: each gets a page, and the dossier a timeline and an index of names.

## A source

source-kicker = Source
source-no-title = Untitled
source-summary = In short
source-in-text = Who is named
source-related = Related sources
source-related-shared = In common:
source-related-terms = Words in common:
source-copies = Where it comes from
source-retells = Retells:
source-where = where it says so
source-copy-share = { $percent } % the same as
source-copy-share-of-other = The other way round: { $percent } % of that text stands here too.
source-copy-reprint = This is one report, not two: that they agree confirms nothing.
source-copy-here = here
source-copy-there = there
source-copy-more = { $count ->
    [one] { $count } more passage
   *[other] { $count } more passages
}
source-quotes = Quotes
source-quote-unattributed = The text does not make certain who speaks
source-text = Text
source-text-note = Cleaned of what does not belong to the article; everything removed is shown below.
source-removed = What was removed
source-removed-none = Nothing was removed.
source-removed-rule = Rule
source-removed-line = line { $line }
source-provenance = Provenance
source-published = Published
source-modified = Modified
source-authors = { $count ->
    [one] Author
   *[other] Authors
}
source-outlet = Outlet
source-title = Title
source-url = Address
source-original = Read the original
source-file = File
source-sha256 = SHA-256
source-language = Language of the text
source-page = Page
source-page-edited = edited by a person
source-page-draft = the program’s draft
source-not-given = not given by the source
source-no-date = undated
source-tags = Subjects
source-dates = Dates in the text
source-newer = Next
source-older = Previous
source-neighbours = Neighbouring sources

origin-source = from the text
origin-metadata = from the file’s metadata
origin-derived = worked out by the program
origin-edited = given by an editor

## Lists

sources-title = Sources
sources-lead = All articles of the dossier, newest first.
sources-empty = No sources yet. Put articles into the folder seeds/ and run “dossier build”.
entities-title = Names
entities-lead = People, organizations and places that the sources name. The forms of one name stand together.
entities-empty = No names found yet.
entities-kind-empty = None yet.
entities-name = Name
entities-mentions = Ment.
entities-sources = Src.
entities-mentions-full = Mentions
entities-sources-full = Sources
entities-foremost = The most widely reported; all are under the letters.
filter-page-label = Find on this page
filter-label = Find in the list
filter-none = Nothing found

## A name

entity-same-as = The same name elsewhere
entity-editorial = Editor’s note
redirect-title = { $name }: a new address
redirect-text = This page has a new address:
entity-aliases = Written as
entity-mentions = Mentions
entity-companions = Mentioned beside
contents-label = On this page
entity-period = published { $period }
entity-dates = Dates
entity-said = Quotes
entity-about = In the quotes of others
entity-roles = Described as
entity-side = Place and company
entity-where = Where it is
entity-where-note = From a reference table or the editor, not from the sources.
entity-places = There, in this dossier:
entity-standing = The sources also speak of its government as:
entity-forms = Where each form stands
entity-forms-and-joins = Where each form stands, and why this is one name
entity-doubt = The form “{ $form }” may also mean another name:
doubt-surname-only = the same family name
doubt-given-only = the same first name
doubt-initials = the initials fit
doubt-shorter = a shorter name that fits
doubt-initial-letters = the first letters fit
doubt-owner = whose body it is goes unsaid
mention-stands-for = Here it means the government of:
role-by = according to
passages-more = and { $count } more
list-all = The whole list ({ $count })
list-page = Page { $page } of { $pages }
list-pages = Pages of the list
list-previous = Earlier in the alphabet
list-next = Later in the alphabet
map-label = Map: { $name }, { $where }
map-label-places = Map: places in { $name } that the sources name
degrees-north = { $degrees }° N
degrees-south = { $degrees }° S
degrees-east = { $degrees }° E
degrees-west = { $degrees }° W
decimal-mark = .

## Status of events and quotes

event-planned = expected
event-denied = denied
event-conditional = on a condition
quote-reported = as the source reports it
quote-via = Via:

## Why forms are taken for one name

entity-joins = Why this is one name
entity-joined = “{ $form }” is “{ $with }”: { $reason }
join-spelling = the same name, spelled differently
join-shorter = the same name, shorter
join-initials = names cut down to initials
join-transliteration = the same name in other letters
join-surname-only = a surname that only one person bears
join-given-only = a first name that only one person bears
join-table = one thing in the reference tables
join-introduced = the source introduces one as the other
join-initial-letters = an abbreviation of its words
join-legal-form = the kind of organization is named too
join-owner = the country it belongs to is left out
join-editor = an editor says so
join-kind = the other sources use this name for an entity of this kind
join-other = joined by the program

## Timeline

timeline-title = Timeline
timeline-lead = Sentences of the sources that report something with a date, dated as the source has it.
timeline-empty = No dated events yet.
timeline-density = How many events lie in which time
timeline-density-open = The hollow part of a bar is what is expected, denied or conditional.
timeline-density-table = The same as a table
timeline-period = Time
timeline-count = Events
timeline-count-open = Of these expected, denied or conditional
timeline-filter = What to show
timeline-filter-entity = Name
timeline-filter-source = Source
timeline-filter-any = all
timeline-filter-reset = Reset
timeline-filter-shown = Shown:
timeline-filter-noscript = The dates of one name or one source are on their own pages.
timeline-neighbours = Neighbouring periods
timeline-older = Earlier
timeline-newer = Later
timeline-no-year = No year given
timeline-years = Years

## Method

about-title = Method
about-lead = This dossier was put together by a program. Here is what it does, and what it does not.
about-automatic-title = What happens by itself
about-automatic = The program reads each article, separates its text from the page round it, finds names, dates and quotes, chooses key sentences and links the sources with one another. An editor may correct any page; an editor’s word outweighs the program’s, and such a page is marked.
about-extractive-title = Key points are the source’s own words
about-extractive = Key points are neither retold nor invented: they are sentences of the article. News says what matters at once, a long read later; which of the two a text is, the program judges by its beginning, and that decides how much a sentence’s place counts. Beside its place count the words that the text comes back to, how close the sentence is in words and meaning to the rest and to the title, and the names in it; lines of speech and passed-on words count less. A sentence that cannot be read without the one before it, and speech that does not say whose it is, are not taken while there are others; repetitions are dropped. The weights were fitted on articles with summaries written for them. Each point leads to its sentence. What a source says is said by the source, not by the dossier.
about-removed-title = What is removed from a text
about-removed = What does not belong to the article: date lines and site signatures, advert labels, teasers to other articles, video prompts, comment blocks. Nothing is lost: all of it is shown at the foot of the source’s page, with the rule that removed it.
about-names-title = How names are joined
about-names = A trained model finds the names; the forms of one name are put into their dictionary form and joined when they mean the same person, organization or place. Where a surname fits two people, they are kept apart.
about-dates-title = Where dates come from
about-dates = A date without a year means the nearest past seen from the day of publication, unless the text speaks of the future. Where a source does not say when it was published, such dates have no year: none is made up.
about-limits-title = What the program cannot do
about-limits = It does not check whether what a source says is true, does not rate it, and may be wrong about a name, a date or a speaker. That is why everything links to its sentence: check it.

## No such page

not-found-title = There is no such page
not-found = The source may have been renamed or removed. Start from the overview, or from the index of names.

## Why something was removed

removed-rule-unknown = rule “{ $rule }”
removed-rule-advert-label = advert label
removed-rule-advert-notice = advertising notice
removed-rule-age-rating = age rating
removed-rule-breadcrumbs = path through the site’s sections
removed-rule-byline = byline or site signature
removed-rule-comment-control = comment control
removed-rule-comment-form = comment form
removed-rule-comments = readers’ comments
removed-rule-comments-heading = heading of the comments
removed-rule-contacts = the newsroom’s contacts
removed-rule-cookie-notice = cookie notice
removed-rule-copyright = copyright line
removed-rule-counter = view counter
removed-rule-date-line = date line of the page
removed-rule-donation-call = call for donations
removed-rule-error-report = request to report mistakes
removed-rule-footer-link = link in the page’s footer
removed-rule-foreign-headline = headline of another article
removed-rule-informer = weather, exchange rates and the like
removed-rule-legal-note = legal note
removed-rule-log-in = invitation to log in
removed-rule-media-control = buttons of a player
removed-rule-menu = menu of the site
removed-rule-no-article = no article was found on the page
removed-rule-page-control = button or control of the page
removed-rule-page-footer = footer of the page
removed-rule-page-furniture = furniture of the page
removed-rule-page-header = header of the page
removed-rule-page-tool = tool of the page
removed-rule-paywall = paywall
removed-rule-photo-caption = caption of a picture
removed-rule-photo-credit = credit of a picture
removed-rule-rating = readers’ rating
removed-rule-read-more-button = “read more” button
removed-rule-reading-time = reading time
removed-rule-registration-notice = registration notice of the outlet
removed-rule-reuse-terms = terms of reuse
removed-rule-section-label = name of a section of the site
removed-rule-share-buttons = share buttons
removed-rule-source-line = line that names the source
removed-rule-subscribe-call = call to subscribe
removed-rule-tag-list = list of tags
removed-rule-teaser = teaser to another article
removed-rule-teaser-inline = teaser to another article within the text
removed-rule-teaser-marker = marker before teasers
removed-rule-tip-line = invitation to send in news
removed-rule-title = title (shown above the text)
removed-rule-title-repeat = title repeated
removed-rule-video-prompt = prompt to watch a video
removed-rule-bare-url = bare address
removed-rule-channel-header = line of the messenger above a post
removed-rule-date-label = label of a date
removed-rule-embed-credit = credit of an embedded post
removed-rule-idle-heading = heading with nothing below it
removed-rule-linked-line = line that links elsewhere
removed-rule-mail-footer = footer of a newsletter
removed-rule-media-notice = notice of a player
removed-rule-outside-article = outside the article on the page
removed-rule-page-advert = advertising block of the page
removed-rule-page-byline = author block of the page
removed-rule-page-caption = caption on the page
removed-rule-page-comments = comments of the page
removed-rule-page-form = form on the page
removed-rule-page-navigation = navigation of the page
removed-rule-page-notice = notice of the site
removed-rule-page-player = player on the page
removed-rule-page-related = block of other stories
removed-rule-page-share = sharing block of the page
removed-rule-page-sidebar = sidebar of the page
removed-rule-page-subscribe = subscription block of the page
removed-rule-page-tags = tags of the page
removed-rule-page-vote = vote on the page
removed-rule-poll = readers’ poll
removed-rule-quote-link = link to what is quoted
removed-rule-separator = separator
removed-rule-site-chrome = line that pages of the site share

## Dates

date-day = { $day } { $month } { $year }
date-day-no-year = { $day } { $month }
date-with-time = { $day }, { $time }
date-days = { $first }–{ $day } { $month } { $year }
date-days-no-year = { $first }–{ $day } { $month }
date-range = { $from } – { $to }
date-early-month = early { $month } { $year }
date-early-month-no-year = early { $month }
date-mid-month = mid-{ $month } { $year }
date-mid-month-no-year = mid-{ $month }
date-late-month = late { $month } { $year }
date-late-month-no-year = late { $month }
date-month = { $month } { $year }
date-month-no-year = { $month }
date-quarter = Q{ $quarter-number } { $year }
date-half-year = { $half ->
    [1] first half of { $year }
   *[2] second half of { $year }
}
date-season = { $season } { $years }
date-year = { $year }
date-decade = { $decade }s
date-century = { NUMBER($century, type: "ordinal") ->
    [one] { $century }st century
    [two] { $century }nd century
    [few] { $century }rd century
   *[other] { $century }th century
}
season-spring = spring
season-summer = summer
season-autumn = autumn
season-winter = winter
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-of-1 = January
month-of-2 = February
month-of-3 = March
month-of-4 = April
month-of-5 = May
month-of-6 = June
month-of-7 = July
month-of-8 = August
month-of-9 = September
month-of-10 = October
month-of-11 = November
month-of-12 = December

## Search

search-link = Search
search-title = Search
search-lead = In all texts and names of the dossier. Nothing you type is sent anywhere: your browser does the searching.
search-noscript = Search needs JavaScript. Without it, everything in the dossier can be found through the index of names and the list of sources.
search-label = Search for
search-completions = Words in the texts
search-hint = Any form of a word finds all the others. All words are required; put a phrase in quotes. Names may be written in Latin letters.
search-kind = Show
search-from = Not before
search-to = Not after
search-about = Only sources that name
search-only = only with this name
search-names = Names
search-found = Sources: { $count }
search-more = Show more ({ $count } left)
search-nothing = Nothing found.
search-nothing-hint = Check how the word is written, or type only its beginning. To browse everything:
search-missing = Not in the texts:
search-too-short = Too many words begin like this: add a letter.
search-failed = The search index could not be loaded. Check the connection and reload the page.
search-reset = Clear the filters

## Pictures: who with whom, where, when

network-title = Who with whom
network-lead = Names that the sources put into one sentence. The thicker a line, the more such sentences; what they say of the two is only to be read in them.
network-desc = Names are joined by lines where they stand in one sentence, and brought together in groups. The same stands below as a table.
network-to-table = The same as a table
network-kinds = What to show
network-strength = Together in at least
network-at-least = { $count ->
    [one] { $count } sentence
   *[other] { $count } sentences
}
count-pairs = { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
}
network-group = Group { $number }
network-others = In no group, and small groups
network-foremost = { $shown } of { $count } names have labels: those with the most ties.
network-dots = { $count ->
    [one] The dot without a label is { $count } further name: it stands over the name that it is most often beside.
   *[other] The dots without labels are { $count } further names: each stands over the name that it is most often beside.
}
network-lines = { $shown } of { $count } lines are drawn, the strongest.
network-size = The bigger a mark, the more often the name is mentioned.
network-groups = Groups
network-groups-note = The program found these groups: names in one stand in a sentence with each other more than with the rest. No source speaks of such groups.
network-table = The strongest ties
network-one = Name
network-other = Together with
network-sentences = Sent.
network-sentences-full = Sentences that name both
network-more-pairs = { $count ->
    [one] { $count } more pair is on the pages of names.
   *[other] { $count } more pairs are on the pages of names.
}
network-alone = { $count ->
    [one] { $count } name stands in no sentence with another.
   *[other] { $count } names stand in no sentence with another.
}
places-title = Places on the map
places-lead = Places that the sources name. The more often a place is named, the bigger its circle; what happened there is only to be read in the sources.
places-desc = Circles on a map of the world without borders; the same stands below as a table.
places-size = The area of a circle is the number of mentions.
places-origin = The points come from tables or from an editor, not from the sources.
places-shared-note = Places that would run into one another share a circle; “+2” means “and two more”, and all of them are named here:
places-table = Most often
places-country = Where
places-more = { $count ->
    [one] { $count } more place is on the map and in the index.
   *[other] { $count } more places are on the map and in the index.
}
places-unlocated = { $count ->
    [one] { $count } place has no point on the map: a country, a region, a river, or a place that the tables do not have.
   *[other] { $count } places have no point on the map: countries, regions, rivers, and places that the tables do not have.
}
places-all = All places
count-places = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
coverage-title = Who published when
coverage-all = All sources
coverage-no-outlet = No outlet given
coverage-others = { $count ->
    [one] { $count } more outlet
   *[other] { $count } more outlets
}
coverage-peak = Most: { $when }, { $count }
coverage-undated = { $count ->
    [one] { $count } source without a date is not shown here.
   *[other] { $count } sources without a date are not shown here.
}
spark-label = Most mentions: { $when }, { $count }
entities-when = When

## Links and citations

cite-title = Cite
cite-note = Made of what the source gives; what it does not give is left out. Square brackets hold what the program derived.
cite-copy = Copy
cite-copied = Copied
cite-by-hand = Copy what is selected
cite-points = Links to the key points
cite-link = permanent link
cite-original = in the original
cite-copy-link = Copy link
cite-copy-quote = Quote as
sentence-tools = Link and quote
sentence-place = Paragraph, sentence:
feed-of = New sources that name { $name }
feed-follow = Atom feed of this name
keys-title = Keys
keys-search = Search
keys-this = This list
keys-neighbours = Neighbouring source: next, previous
keys-sentences = In the text: next sentence, previous
keys-cite = Link and quote: the sentence’s menu
keys-close = Close
keys-on = Single-letter keys are on
source-backlinks = What leads here
