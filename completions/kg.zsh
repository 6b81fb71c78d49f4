#compdef kg

__kg_complete() {
    local -ar non_empty_completions=("${@:#(|:*)}")
    local -ar empty_completions=("${(M)@:#(|:*)}")
    _describe -V '' non_empty_completions -- empty_completions -P $'\'\''
}

__kg_custom_complete() {
    local -a completions
    completions=("${(@f)"$("${command_name}" "${@}" "${command_line[@]}")"}")
    if [[ "${#completions[@]}" -gt 1 ]]; then
        __kg_complete "${completions[@]:0:-1}"
    fi
}

__kg_cursor_index_in_current_word() {
    if [[ -z "${QIPREFIX}${IPREFIX}${PREFIX}" ]]; then
        printf 0
    else
        printf %s "${#${(z)LBUFFER}[-1]}"
    fi
}

_kg() {
    emulate -RL zsh -G
    setopt extendedglob nullglob numericglobsort
    unsetopt aliases banghist

    local -xr SAP_SHELL=zsh
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(builtin emulate zsh -c 'printf %s "${ZSH_VERSION}"')"
    local -r SAP_SHELL_VERSION

    local context state state_descr line
    local -A opt_args

    local -r command_name="${words[1]}"
    local -ar command_line=("${words[@]}")
    local -ir current_word_index="$((CURRENT - 1))"

    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'ingest:Read documents into the graph.'
            'import:Read graph files into the graph.'
            'remove:Remove documents and all that only they support.'
            'neighbors:List what an entity is tied to, and the sentence behind each edge.'
            'path:Find how two entities are tied, and the sentence behind each hop.'
            'edges:List the edges of the graph, with times, sources and sentences; filter, sort and count them.'
            'claims:List what documents claim, also what they deny, doubt or ascribe to a source; filter, sort and count it.'
            'timeline:List what has a date in the order of time, with its sentence; say how much has none.'
            'holders:Tell who held an office, from when to when, and how that is known.'
            'contradictions:List what is stated here and denied there, and what has two values where it can have one.'
            'show:Describe an entity: its type, names, counts and relations; or print a document'\''s text.'
            'evidence:Print the sentences behind an entity'\''s edges, or behind what ties two.'
            'explain:Tell how an entity'\''s claims were read, or those of a text.'
            'match:Find a pattern in the graph: what neighbors and path cannot say.'
            'sql:Ask the graph in SQL, by views that stay.'
            'search:Find words in sentences and names.'
            'stats:Count what the graph holds, and say how its edges are spread.'
            'rank:List the entities that matter most: by PageRank, or by number of edges.'
            'components:List what hangs together: the groups of entities that no edge ties to others.'
            'documents:List the documents of the graph, or say when one was written.'
            'changes:List what each ingestion, import, removal and judgement added to the graph and took away.'
            'open:Open a document at the page of a sentence.'
            'export:Write the graph, or the part around an entity, to a file of another program.'
            'serve:Show the graph in a browser on this machine: search, neighbors, paths, and the sentence behind every edge.'
            'mcp:Answer an assistant'\''s questions over standard input and output (Model Context Protocol).'
            'suggest:Find entities that may be one thing.'
            'review:Judge the suggestions, one after the other.'
            'why:Tell what speaks for two names being one thing, and what against.'
            'why-not:Tell why two names are not one thing.'
            'compare:Tell how likely two names mean one thing, and why.'
            'merge:Judge that names mean one thing.'
            'split:Judge that one name means several things.'
            'unsure:Note that nobody can tell whether two names mean one thing.'
            'undo:Take judgements back, in any order.'
            'rename:Give an entity the name that answers show.'
            'retype:Give an entity the type that answers show.'
            'reject:Judge that an edge does not hold.'
            'judgements:List what was judged, or apply a file of judgements.'
            'check:Look whether the graph'\''s file is whole and sound.'
            'compact:Give back the room that removed data left in the file.'
            'extract:Print the claims of documents, without a graph.'
            'eval:Score the claims of a document against a gold table, or of a folder of documents against theirs.'
            'analyze:Print the linguistic analysis of documents as CoNLL-U.'
            'frames:Show and test the frames: which words state which relation.'
            'version:Print the version, and of what the reading model is made.'
            'help:Show subcommand help information.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        ingest|import|remove|neighbors|path|edges|claims|timeline|holders|contradictions|show|evidence|explain|match|sql|search|stats|rank|components|documents|changes|open|export|serve|mcp|suggest|review|why|why-not|compare|merge|split|unsure|undo|rename|retype|reject|judgements|check|compact|extract|eval|analyze|frames|version|help)
            "_kg_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_kg_ingest() {
    local -i ret=1
    local -ar ___forget=('aliases' 'frames' 'lists')
    local -ar arg_specs=(
        '*:file:_files'
        '--jsonl[The inputs are JSON lines, a document each\: {"id"\: …, "text"\: …}, perhaps with a "date".]'
        '*--lists[A file of words by which names are joined and compared\: nicknames, titles, legal forms, abbreviations.]:file:_files'
        '*--forget[Forget the files given before\: aliases, frames or lists.]:forget:{__kg_complete "${___forget[@]}"}'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--jobs[How many documents to read at a time (default\: one a processor).]:count:'
        '--max-line[The longest line that is read, in bytes.]:bytes:'
        '--name[What to call the document on standard input.]:name:'
        '--model[A reading model in place of the built-in one (a safetensors file).]:file:_files'
        '*--aliases[A file of names that mean the same, beside the built-in list\: a line each, the name to use first, tabs between.]:file:_files'
        '*--frames[A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).]:file:_files'
        '--relation-model[A relation model in place of the built-in one (a safetensors file).]:file:_files'
        '--ocr[Recognise the words of scanned pages and pictures (needs tesseract).]'
        '--all-text[Also read what surrounds the main text of web pages.]'
        '--manifest[A table of what is known of files\: path, date, title, author, url, source, language, name.]:file:_files'
        '--date[When the documents were written\: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.]:date:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_import() {
    local -i ret=1
    local -ar ___format=('tsv' 'csv' 'kgtk' 'ntriples' 'jsonl' 'graphml' 'gexf')
    local -ar arg_specs=(
        '*:file:_files'
        '*--entities[A table of entities, by whose ids the edges name them; may be repeated.]:file:_files'
        '--format[What the files are (default\: seen from their first line).]:format:{__kg_complete "${___format[@]}"}'
        '*--columns[Which columns of the files hold what, by name or number\: subject, relation, object, subject_type, object_type, subject_identifier, object_identifier, confidence, id, name, type, aliases; may be repeated.]:what=column,…:'
        '--relation[The relation of rows that name none, such as those of a table of sources and targets.]:name:'
        '--delimiter[What separates the columns of a table\: one character, tab or space (default\: seen from the first line).]:character:'
        '--no-heading[The first row of a table is a row like the others; --columns names columns by their numbers.]'
        '--name[What to call the file on standard input.]:name:'
        '--language[The language whose labels become names, where a file has several.]:code:'
        '--vocabulary[Take relations of the vocabulary as the vocabulary'\''s, with their symmetry.]'
        '--dry-run[Check the files and count what they hold; change nothing.]'
        '--skip-bad[Leave out rows that cannot be stored, and say which.]'
        '--rejects[Write the rows left out to this file, as file, line, reason and row; implies --skip-bad.]:path:_files'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_remove() {
    local -i ret=1
    local -ar arg_specs=(
        '*:document:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_neighbors() {
    local -i ret=1
    local -ar ___layer=('canonical' 'open' 'imported')
    local -ar ___direction=('out' 'in' 'both')
    local -ar ___polarity=('positive' 'negative')
    local -ar ___modality=('certain' 'possible' 'future' 'hypothetical')
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':name:{__kg_custom_complete ---completion neighbors -- positional@0 "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--relation[Only edges of this relation; may be repeated.]:relation:{__kg_custom_complete ---completion neighbors -- --relation "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--layer[Only edges of this layer; may be repeated.]:layer:{__kg_complete "${___layer[@]}"}'
        '--canonical[Leave out the open layer\: only relations of the vocabulary and of imported files.]'
        '*--type[Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.]:type:{__kg_custom_complete ---completion neighbors -- --type "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--entity[Only edges with this entity at an end; may be repeated.]:name:{__kg_custom_complete ---completion neighbors -- --entity "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--document[Only what this document states, or those of this folder; may be repeated.]:name:{__kg_custom_complete ---completion neighbors -- --document "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--said-by[Only what this entity says, as a source or in its own turn; may be repeated.]:name:{__kg_custom_complete ---completion neighbors -- --said-by "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--attributed[Only what a text ascribes to a source.]'
        '--min-confidence[Only what is at least this sure, from 0 to 1 (default\: relations of the vocabulary from 0.5 on).]:number:'
        '--since[Only edges true on this day, month or year (2001-09-10) or later.]:date:'
        '--until[Only edges true on this day, month or year or earlier.]:date:'
        '--direction[Which way the edges point, seen from the entity.]:direction:{__kg_complete "${___direction[@]}"}'
        '--hops[How far to go.]:count:'
        '--all[Also show what the text denies, doubts, expects or supposes, and what is unsure.]'
        '*--polarity[Only what the texts state (positive) or deny (negative).]:polarity:{__kg_complete "${___polarity[@]}"}'
        '*--modality[Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.]:modality:{__kg_complete "${___modality[@]}"}'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
        '--descriptions[Also show things that a document only describes, such as "the president".]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_path() {
    local -i ret=1
    local -ar ___layer=('canonical' 'open' 'imported')
    local -ar ___polarity=('positive' 'negative')
    local -ar ___modality=('certain' 'possible' 'future' 'hypothetical')
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':from:{__kg_custom_complete ---completion path -- positional@0 "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        ':to:{__kg_custom_complete ---completion path -- positional@1 "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--directed[Walk edges only from subject to object.]'
        '--weighted[Rank paths by the product of their confidences, then by length.]'
        '--max-length[The most hops.]:count:'
        '-k[How many paths to show, the best first.]:count:'
        '(--all --all-shortest)'{--all,--all-shortest}'[Count all paths as good as the best, and show them up to --limit.]'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
        '*--relation[Only edges of this relation; may be repeated.]:relation:{__kg_custom_complete ---completion path -- --relation "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--layer[Only edges of this layer; may be repeated.]:layer:{__kg_complete "${___layer[@]}"}'
        '--canonical[Leave out the open layer\: only relations of the vocabulary and of imported files.]'
        '*--type[Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.]:type:{__kg_custom_complete ---completion path -- --type "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--entity[Only edges with this entity at an end; may be repeated.]:name:{__kg_custom_complete ---completion path -- --entity "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--document[Only what this document states, or those of this folder; may be repeated.]:name:{__kg_custom_complete ---completion path -- --document "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--said-by[Only what this entity says, as a source or in its own turn; may be repeated.]:name:{__kg_custom_complete ---completion path -- --said-by "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--attributed[Only what a text ascribes to a source.]'
        '--min-confidence[Only what is at least this sure, from 0 to 1 (default\: relations of the vocabulary from 0.5 on).]:number:'
        '--since[Only edges true on this day, month or year (2001-09-10) or later.]:date:'
        '--until[Only edges true on this day, month or year or earlier.]:date:'
        '*--polarity[Only what the texts state (positive) or deny (negative).]:polarity:{__kg_complete "${___polarity[@]}"}'
        '*--modality[Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.]:modality:{__kg_complete "${___modality[@]}"}'
        '*--avoid[An entity to keep clear of; may be repeated.]:name:{__kg_custom_complete ---completion path -- --avoid "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--open[Also walk the open layer.]'
        '--descriptions[Also show things that a document only describes, such as "the president".]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_edges() {
    local -i ret=1
    local -ar ___layer=('canonical' 'open' 'imported')
    local -ar ___polarity=('positive' 'negative')
    local -ar ___modality=('certain' 'possible' 'future' 'hypothetical')
    local -ar ___group_by=('relation' 'layer' 'subject' 'object' 'subject-type' 'object-type' 'polarity' 'modality' 'document' 'year' 'said-by')
    local -ar ___sort=('subject' 'relation' 'object' 'support' 'confidence' 'when' 'document')
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        '*--relation[Only edges of this relation; may be repeated.]:relation:{__kg_custom_complete ---completion edges -- --relation "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--layer[Only edges of this layer; may be repeated.]:layer:{__kg_complete "${___layer[@]}"}'
        '--canonical[Leave out the open layer\: only relations of the vocabulary and of imported files.]'
        '*--type[Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.]:type:{__kg_custom_complete ---completion edges -- --type "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--entity[Only edges with this entity at an end; may be repeated.]:name:{__kg_custom_complete ---completion edges -- --entity "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--document[Only what this document states, or those of this folder; may be repeated.]:name:{__kg_custom_complete ---completion edges -- --document "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--said-by[Only what this entity says, as a source or in its own turn; may be repeated.]:name:{__kg_custom_complete ---completion edges -- --said-by "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--attributed[Only what a text ascribes to a source.]'
        '--min-confidence[Only what is at least this sure, from 0 to 1 (default\: relations of the vocabulary from 0.5 on).]:number:'
        '--since[Only edges true on this day, month or year (2001-09-10) or later.]:date:'
        '--until[Only edges true on this day, month or year or earlier.]:date:'
        '*--polarity[Only what the texts state (positive) or deny (negative).]:polarity:{__kg_complete "${___polarity[@]}"}'
        '*--modality[Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.]:modality:{__kg_complete "${___modality[@]}"}'
        '--reverse[Turn the order round.]'
        '--count[Print only how many there are.]'
        '--group-by[Print how many there are by this.]:group-by:{__kg_complete "${___group_by[@]}"}'
        '--all[Also list what the texts deny, doubt, expect or suppose.]'
        '--sort[What to sort by; the most, the surest and the earliest come first.]:sort:{__kg_complete "${___sort[@]}"}'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_claims() {
    local -i ret=1
    local -ar ___layer=('canonical' 'open' 'imported')
    local -ar ___polarity=('positive' 'negative')
    local -ar ___modality=('certain' 'possible' 'future' 'hypothetical')
    local -ar ___group_by=('relation' 'layer' 'subject' 'object' 'subject-type' 'object-type' 'polarity' 'modality' 'document' 'year' 'said-by')
    local -ar ___sort=('document' 'subject' 'relation' 'object' 'confidence' 'when')
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        '*--relation[Only edges of this relation; may be repeated.]:relation:{__kg_custom_complete ---completion claims -- --relation "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--layer[Only edges of this layer; may be repeated.]:layer:{__kg_complete "${___layer[@]}"}'
        '--canonical[Leave out the open layer\: only relations of the vocabulary and of imported files.]'
        '*--type[Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.]:type:{__kg_custom_complete ---completion claims -- --type "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--entity[Only edges with this entity at an end; may be repeated.]:name:{__kg_custom_complete ---completion claims -- --entity "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--document[Only what this document states, or those of this folder; may be repeated.]:name:{__kg_custom_complete ---completion claims -- --document "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--said-by[Only what this entity says, as a source or in its own turn; may be repeated.]:name:{__kg_custom_complete ---completion claims -- --said-by "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--attributed[Only what a text ascribes to a source.]'
        '--min-confidence[Only what is at least this sure, from 0 to 1 (default\: relations of the vocabulary from 0.5 on).]:number:'
        '--since[Only edges true on this day, month or year (2001-09-10) or later.]:date:'
        '--until[Only edges true on this day, month or year or earlier.]:date:'
        '*--polarity[Only what the texts state (positive) or deny (negative).]:polarity:{__kg_complete "${___polarity[@]}"}'
        '*--modality[Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.]:modality:{__kg_complete "${___modality[@]}"}'
        '--reverse[Turn the order round.]'
        '--count[Print only how many there are.]'
        '--group-by[Print how many there are by this.]:group-by:{__kg_complete "${___group_by[@]}"}'
        '--sort[What to sort by; the surest and the earliest come first.]:sort:{__kg_complete "${___sort[@]}"}'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_timeline() {
    local -i ret=1
    local -ar ___layer=('canonical' 'open' 'imported')
    local -ar ___polarity=('positive' 'negative')
    local -ar ___modality=('certain' 'possible' 'future' 'hypothetical')
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'ics' 'svg')
    local -ar arg_specs=(
        ':name:{__kg_custom_complete ---completion timeline -- positional@0 "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--relation[Only edges of this relation; may be repeated.]:relation:{__kg_custom_complete ---completion timeline -- --relation "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--layer[Only edges of this layer; may be repeated.]:layer:{__kg_complete "${___layer[@]}"}'
        '--canonical[Leave out the open layer\: only relations of the vocabulary and of imported files.]'
        '*--type[Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.]:type:{__kg_custom_complete ---completion timeline -- --type "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--entity[Only edges with this entity at an end; may be repeated.]:name:{__kg_custom_complete ---completion timeline -- --entity "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--document[Only what this document states, or those of this folder; may be repeated.]:name:{__kg_custom_complete ---completion timeline -- --document "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--said-by[Only what this entity says, as a source or in its own turn; may be repeated.]:name:{__kg_custom_complete ---completion timeline -- --said-by "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--attributed[Only what a text ascribes to a source.]'
        '--min-confidence[Only what is at least this sure, from 0 to 1 (default\: relations of the vocabulary from 0.5 on).]:number:'
        '--since[Only edges true on this day, month or year (2001-09-10) or later.]:date:'
        '--until[Only edges true on this day, month or year or earlier.]:date:'
        '*--polarity[Only what the texts state (positive) or deny (negative).]:polarity:{__kg_complete "${___polarity[@]}"}'
        '*--modality[Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.]:modality:{__kg_complete "${___modality[@]}"}'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_holders() {
    local -i ret=1
    local -ar ___layer=('canonical' 'open' 'imported')
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':office:'
        '--of[Of what it is the office.]:name:'
        '--at[A day, month or year (2001-09-10).]:date:'
        '*--relation[Only edges of this relation; may be repeated.]:relation:{__kg_custom_complete ---completion holders -- --relation "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--layer[Only edges of this layer; may be repeated.]:layer:{__kg_complete "${___layer[@]}"}'
        '--canonical[Leave out the open layer\: only relations of the vocabulary and of imported files.]'
        '*--type[Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.]:type:{__kg_custom_complete ---completion holders -- --type "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--entity[Only edges with this entity at an end; may be repeated.]:name:{__kg_custom_complete ---completion holders -- --entity "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--document[Only what this document states, or those of this folder; may be repeated.]:name:{__kg_custom_complete ---completion holders -- --document "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--said-by[Only what this entity says, as a source or in its own turn; may be repeated.]:name:{__kg_custom_complete ---completion holders -- --said-by "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--attributed[Only what a text ascribes to a source.]'
        '--min-confidence[Only what is at least this sure, from 0 to 1 (default\: relations of the vocabulary from 0.5 on).]:number:'
        '--since[Only edges true on this day, month or year (2001-09-10) or later.]:date:'
        '--until[Only edges true on this day, month or year or earlier.]:date:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_contradictions() {
    local -i ret=1
    local -ar ___layer=('canonical' 'open' 'imported')
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        '*--relation[Only edges of this relation; may be repeated.]:relation:{__kg_custom_complete ---completion contradictions -- --relation "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--layer[Only edges of this layer; may be repeated.]:layer:{__kg_complete "${___layer[@]}"}'
        '--canonical[Leave out the open layer\: only relations of the vocabulary and of imported files.]'
        '*--type[Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.]:type:{__kg_custom_complete ---completion contradictions -- --type "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--entity[Only edges with this entity at an end; may be repeated.]:name:{__kg_custom_complete ---completion contradictions -- --entity "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--document[Only what this document states, or those of this folder; may be repeated.]:name:{__kg_custom_complete ---completion contradictions -- --document "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--said-by[Only what this entity says, as a source or in its own turn; may be repeated.]:name:{__kg_custom_complete ---completion contradictions -- --said-by "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--attributed[Only what a text ascribes to a source.]'
        '--min-confidence[Only what is at least this sure, from 0 to 1 (default\: relations of the vocabulary from 0.5 on).]:number:'
        '--since[Only edges true on this day, month or year (2001-09-10) or later.]:date:'
        '--until[Only edges true on this day, month or year or earlier.]:date:'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_show() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':name:'
        '--text[Print the text of a document, in which all its offsets count.]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_evidence() {
    local -i ret=1
    local -ar ___layer=('canonical' 'open' 'imported')
    local -ar ___polarity=('positive' 'negative')
    local -ar ___modality=('certain' 'possible' 'future' 'hypothetical')
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':name:{__kg_custom_complete ---completion evidence -- positional@0 "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        ':other:{__kg_custom_complete ---completion evidence -- positional@1 "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--relation[Only edges of this relation; may be repeated.]:relation:{__kg_custom_complete ---completion evidence -- --relation "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--layer[Only edges of this layer; may be repeated.]:layer:{__kg_complete "${___layer[@]}"}'
        '--canonical[Leave out the open layer\: only relations of the vocabulary and of imported files.]'
        '*--type[Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.]:type:{__kg_custom_complete ---completion evidence -- --type "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--entity[Only edges with this entity at an end; may be repeated.]:name:{__kg_custom_complete ---completion evidence -- --entity "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--document[Only what this document states, or those of this folder; may be repeated.]:name:{__kg_custom_complete ---completion evidence -- --document "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--said-by[Only what this entity says, as a source or in its own turn; may be repeated.]:name:{__kg_custom_complete ---completion evidence -- --said-by "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--attributed[Only what a text ascribes to a source.]'
        '--min-confidence[Only what is at least this sure, from 0 to 1 (default\: relations of the vocabulary from 0.5 on).]:number:'
        '--since[Only edges true on this day, month or year (2001-09-10) or later.]:date:'
        '--until[Only edges true on this day, month or year or earlier.]:date:'
        '*--polarity[Only what the texts state (positive) or deny (negative).]:polarity:{__kg_complete "${___polarity[@]}"}'
        '*--modality[Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.]:modality:{__kg_complete "${___modality[@]}"}'
        '--context[Also show so many sentences before and after.]:count:'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_explain() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':name:'
        ':other:'
        '--text[A text to read in place of a graph.]:text:'
        '*--file[A document to read in place of a graph; may be repeated.]:file:_files'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--jobs[How many documents to read at a time (default\: one a processor).]:count:'
        '--max-line[The longest line that is read, in bytes.]:bytes:'
        '--name[What to call the document on standard input.]:name:'
        '--model[A reading model in place of the built-in one (a safetensors file).]:file:_files'
        '*--aliases[A file of names that mean the same, beside the built-in list\: a line each, the name to use first, tabs between.]:file:_files'
        '*--frames[A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).]:file:_files'
        '--relation-model[A relation model in place of the built-in one (a safetensors file).]:file:_files'
        '--ocr[Recognise the words of scanned pages and pictures (needs tesseract).]'
        '--all-text[Also read what surrounds the main text of web pages.]'
        '--manifest[A table of what is known of files\: path, date, title, author, url, source, language, name.]:file:_files'
        '--date[When the documents were written\: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.]:date:'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_match() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':pattern:'
        '--timeout[The most seconds it may take.]:seconds:'
        '*'{--param,-p}'[A value for a parameter of the question; may be repeated.]:name=value:'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
        '--canonical[Leave out the open layer.]'
        '--all-claims[Also take what the texts deny, doubt, expect or suppose.]'
        '--explain[Print how the question is answered, and do not ask it.]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_sql() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':question:'
        '--timeout[The most seconds it may take.]:seconds:'
        '*'{--param,-p}'[A value for a parameter of the question; may be repeated.]:name=value:'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_search() {
    local -i ret=1
    local -ar ___layer=('canonical' 'open' 'imported')
    local -ar ___polarity=('positive' 'negative')
    local -ar ___modality=('certain' 'possible' 'future' 'hypothetical')
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        '*:words:'
        '--raw[Take the words in SQLite'\''s own syntax of full-text search.]'
        '*--relation[Only edges of this relation; may be repeated.]:relation:{__kg_custom_complete ---completion search -- --relation "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--layer[Only edges of this layer; may be repeated.]:layer:{__kg_complete "${___layer[@]}"}'
        '--canonical[Leave out the open layer\: only relations of the vocabulary and of imported files.]'
        '*--type[Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.]:type:{__kg_custom_complete ---completion search -- --type "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--entity[Only edges with this entity at an end; may be repeated.]:name:{__kg_custom_complete ---completion search -- --entity "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--document[Only what this document states, or those of this folder; may be repeated.]:name:{__kg_custom_complete ---completion search -- --document "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--said-by[Only what this entity says, as a source or in its own turn; may be repeated.]:name:{__kg_custom_complete ---completion search -- --said-by "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--attributed[Only what a text ascribes to a source.]'
        '--min-confidence[Only what is at least this sure, from 0 to 1 (default\: relations of the vocabulary from 0.5 on).]:number:'
        '--since[Only edges true on this day, month or year (2001-09-10) or later.]:date:'
        '--until[Only edges true on this day, month or year or earlier.]:date:'
        '*--polarity[Only what the texts state (positive) or deny (negative).]:polarity:{__kg_complete "${___polarity[@]}"}'
        '*--modality[Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.]:modality:{__kg_complete "${___modality[@]}"}'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_stats() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_rank() {
    local -i ret=1
    local -ar ___by=('pagerank' 'degree')
    local -ar ___layer=('canonical' 'open' 'imported')
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        '--by[What to order by.]:by:{__kg_complete "${___by[@]}"}'
        '(--top --limit)'{--top,--limit}'[How many entities to list; 0 for all.]:count:'
        '*--relation[Only edges of this relation; may be repeated.]:relation:{__kg_custom_complete ---completion rank -- --relation "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--layer[Only edges of this layer; may be repeated.]:layer:{__kg_complete "${___layer[@]}"}'
        '--canonical[Leave out the open layer\: only relations of the vocabulary and of imported files.]'
        '*--type[Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.]:type:{__kg_custom_complete ---completion rank -- --type "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--entity[Only edges with this entity at an end; may be repeated.]:name:{__kg_custom_complete ---completion rank -- --entity "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--document[Only what this document states, or those of this folder; may be repeated.]:name:{__kg_custom_complete ---completion rank -- --document "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--said-by[Only what this entity says, as a source or in its own turn; may be repeated.]:name:{__kg_custom_complete ---completion rank -- --said-by "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--attributed[Only what a text ascribes to a source.]'
        '--min-confidence[Only what is at least this sure, from 0 to 1 (default\: relations of the vocabulary from 0.5 on).]:number:'
        '--since[Only edges true on this day, month or year (2001-09-10) or later.]:date:'
        '--until[Only edges true on this day, month or year or earlier.]:date:'
        '--descriptions[Also show things that a document only describes, such as "the president".]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_components() {
    local -i ret=1
    local -ar ___layer=('canonical' 'open' 'imported')
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':name:{__kg_custom_complete ---completion components -- positional@0 "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--members[List the entities of all components.]'
        '*--relation[Only edges of this relation; may be repeated.]:relation:{__kg_custom_complete ---completion components -- --relation "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--layer[Only edges of this layer; may be repeated.]:layer:{__kg_complete "${___layer[@]}"}'
        '--canonical[Leave out the open layer\: only relations of the vocabulary and of imported files.]'
        '*--type[Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.]:type:{__kg_custom_complete ---completion components -- --type "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--entity[Only edges with this entity at an end; may be repeated.]:name:{__kg_custom_complete ---completion components -- --entity "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--document[Only what this document states, or those of this folder; may be repeated.]:name:{__kg_custom_complete ---completion components -- --document "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--said-by[Only what this entity says, as a source or in its own turn; may be repeated.]:name:{__kg_custom_complete ---completion components -- --said-by "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--attributed[Only what a text ascribes to a source.]'
        '--min-confidence[Only what is at least this sure, from 0 to 1 (default\: relations of the vocabulary from 0.5 on).]:number:'
        '--since[Only edges true on this day, month or year (2001-09-10) or later.]:date:'
        '--until[Only edges true on this day, month or year or earlier.]:date:'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_documents() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        '*:document:'
        '--set[Say when the documents were written, or none.]:date:'
        '--since[Only documents of this day, month or year (2001-09-10) or later.]:date:'
        '--until[Only documents of this day, month or year or earlier.]:date:'
        '--language[Only documents in this language, by its code (en, ru).]:code:'
        '--about[Only documents with these words in name, title, author or publisher.]:words:'
        '--undated[Only documents of which nobody says when they were written.]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_changes() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        '--since[Only changes after this number, or from this day, month or year (2001-09-10) on.]:number|date:'
        '--details[List each thing that was added or changed.]'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_open() {
    local -i ret=1
    local -ar arg_specs=(
        ':name:'
        ':other:'
        '--page[The page to open a document at.]:number:'
        '--print[Print the command and run nothing.]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_export() {
    local -i ret=1
    local -ar ___format=('dot' 'graphml' 'gexf' 'csv' 'jsonl' 'cypher' 'neo4j-nodes' 'neo4j-relationships' 'turtle' 'ntriples' 'ftm' 'html')
    local -ar ___layer=('canonical' 'open' 'imported')
    local -ar ___polarity=('positive' 'negative')
    local -ar ___modality=('certain' 'possible' 'future' 'hypothetical')
    local -ar arg_specs=(
        '--format[The form of the file.]:format:{__kg_complete "${___format[@]}"}'
        '--around[Only what lies around this entity.]:name:{__kg_custom_complete ---completion export -- --around "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--hops[How far from it.]:count:'
        '--top[In a picture only so many things, those with the most edges.]:count:'
        '--title[What to write above a picture.]:title:'
        '*--relation[Only edges of this relation; may be repeated.]:relation:{__kg_custom_complete ---completion export -- --relation "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--layer[Only edges of this layer; may be repeated.]:layer:{__kg_complete "${___layer[@]}"}'
        '--canonical[Leave out the open layer\: only relations of the vocabulary and of imported files.]'
        '*--type[Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.]:type:{__kg_custom_complete ---completion export -- --type "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--entity[Only edges with this entity at an end; may be repeated.]:name:{__kg_custom_complete ---completion export -- --entity "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--document[Only what this document states, or those of this folder; may be repeated.]:name:{__kg_custom_complete ---completion export -- --document "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '*--said-by[Only what this entity says, as a source or in its own turn; may be repeated.]:name:{__kg_custom_complete ---completion export -- --said-by "${current_word_index}" "$(__kg_cursor_index_in_current_word)"}'
        '--attributed[Only what a text ascribes to a source.]'
        '--min-confidence[Only what is at least this sure, from 0 to 1 (default\: relations of the vocabulary from 0.5 on).]:number:'
        '--since[Only edges true on this day, month or year (2001-09-10) or later.]:date:'
        '--until[Only edges true on this day, month or year or earlier.]:date:'
        '*--polarity[Only what the texts state (positive) or deny (negative).]:polarity:{__kg_complete "${___polarity[@]}"}'
        '*--modality[Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.]:modality:{__kg_complete "${___modality[@]}"}'
        '(--output -o)'{--output,-o}'[The file to write (default\: standard output).]:path:_files'
        '--excel[Write csv that a spreadsheet opens as text\: with a byte-order mark, and no cell that it would run.]'
        '--descriptions[Also show things that a document only describes, such as "the president".]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_serve() {
    local -i ret=1
    local -ar arg_specs=(
        ':path:_files'
        '--port[The port, so that links to views stay the same (default\: 8747 where it is free).]:number:'
        '--write[Let the page judge what names mean and what holds, which can be undone.]'
        '--no-browser[Only print the address, and open no browser.]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_mcp() {
    local -i ret=1
    local -ar arg_specs=(
        ':path:_files'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_suggest() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        '--apply[Join the pairs of at least this score, from 0 to 1.]:score:'
        '--stored[List what was found before, without looking anew.]'
        '--dry-run[With --apply, show what would come of it, and keep nothing.]'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_review() {
    local -i ret=1
    local -ar arg_specs=(
        '--least[Only pairs of at least this score.]:score:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_why() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':name:'
        ':other:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_why-not() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':name:'
        ':other:'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_compare() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        '*:names:'
        '--type[What they are\: person, organization, place or another type.]:type:'
        '--jsonl[Compare the pairs of a file of JSON lines.]:file:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_merge() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        '*:names:'
        '--because[Why, in words that `kg judgements` shows.]:because:'
        '--dry-run[Show what would come of it, and keep nothing.]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_split() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':name:'
        '--documents[Documents that mean another.]:document:'
        '*'{--from,--parties}'[Another name that means another thing; may be repeated.]:name:'
        '--because[Why, in words that `kg judgements` shows.]:because:'
        '--dry-run[Show what would come of it, and keep nothing.]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_unsure() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':name:'
        ':other:'
        '--because[Why, in words that `kg judgements` shows.]:because:'
        '--dry-run[Show what would come of it, and keep nothing.]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_undo() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':number:'
        '--batch[The number of a batch.]:number:'
        '--dry-run[Show what would come of it, and keep nothing.]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_rename() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':name:'
        ':new-name:'
        '--because[Why, in words that `kg judgements` shows.]:because:'
        '--dry-run[Show what would come of it, and keep nothing.]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_retype() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':name:'
        ':type:'
        '--because[Why, in words that `kg judgements` shows.]:because:'
        '--dry-run[Show what would come of it, and keep nothing.]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_reject() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':subject:'
        ':relation:'
        ':object:'
        '--because[Why, in words that `kg judgements` shows.]:because:'
        '--dry-run[Show what would come of it, and keep nothing.]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_judgements() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'nomenklatura')
    local -ar arg_specs=(
        '--all[List also what was undone, and the undoing.]'
        '--apply[Apply the judgements of a file.]:file:_files'
        '--all-or-nothing[Apply nothing where a line cannot be applied.]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_check() {
    local -i ret=1
    local -ar arg_specs=(
        '--repair[Build anew what follows from the rest of the graph.]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_compact() {
    local -i ret=1
    local -ar arg_specs=(
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_extract() {
    local -i ret=1
    local -ar ___format=('jsonl' 'text')
    local -ar arg_specs=(
        '*:file:_files'
        '--jsonl[The inputs are JSON lines, a document each.]'
        '--explain[Add to each claim how it was read, as “origin”\: what proposed it, and by which words.]'
        '--format[How to write the claims.]:format:{__kg_complete "${___format[@]}"}'
        '--summaries[After the claims of each document, a line on the document\: its parties and what it adds to the edges of a graph, or why it could not be read.]'
        '--min-confidence[Only what is at least this sure, from 0 to 1 (default\: relations of the vocabulary from 0.5 on).]:number:'
        '--all[Print every claim, however unsure, as ingest keeps them.]'
        '--jobs[How many documents to read at a time (default\: one a processor).]:count:'
        '--max-line[The longest line that is read, in bytes.]:bytes:'
        '--name[What to call the document on standard input.]:name:'
        '--model[A reading model in place of the built-in one (a safetensors file).]:file:_files'
        '*--aliases[A file of names that mean the same, beside the built-in list\: a line each, the name to use first, tabs between.]:file:_files'
        '*--frames[A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).]:file:_files'
        '--relation-model[A relation model in place of the built-in one (a safetensors file).]:file:_files'
        '--ocr[Recognise the words of scanned pages and pictures (needs tesseract).]'
        '--all-text[Also read what surrounds the main text of web pages.]'
        '--manifest[A table of what is known of files\: path, date, title, author, url, source, language, name.]:file:_files'
        '--date[When the documents were written\: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.]:date:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_eval() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':gold:_files'
        ':document:_files'
        '--claims[Score these claims, as extract prints them, instead of reading a document.]:file:_files'
        '--misses[List the rows that no claim states.]'
        '--extra[List the canonical claims that are in no row.]'
        '--min-confidence[Only what is at least this sure, from 0 to 1 (default\: relations of the vocabulary from 0.5 on).]:number:'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--jobs[How many documents to read at a time (default\: one a processor).]:count:'
        '--max-line[The longest line that is read, in bytes.]:bytes:'
        '--name[What to call the document on standard input.]:name:'
        '--model[A reading model in place of the built-in one (a safetensors file).]:file:_files'
        '*--aliases[A file of names that mean the same, beside the built-in list\: a line each, the name to use first, tabs between.]:file:_files'
        '*--frames[A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).]:file:_files'
        '--relation-model[A relation model in place of the built-in one (a safetensors file).]:file:_files'
        '--ocr[Recognise the words of scanned pages and pictures (needs tesseract).]'
        '--all-text[Also read what surrounds the main text of web pages.]'
        '--manifest[A table of what is known of files\: path, date, title, author, url, source, language, name.]:file:_files'
        '--date[When the documents were written\: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.]:date:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_analyze() {
    local -i ret=1
    local -ar ___format=('conllu')
    local -ar arg_specs=(
        '*:file:_files'
        '--jsonl[The inputs are JSON lines, a document each.]'
        '--pretokenized[The inputs are CoNLL-U; keep its sentences and words.]'
        '--format[How to write the analysis.]:format:{__kg_complete "${___format[@]}"}'
        '--jobs[How many documents to read at a time (default\: one a processor).]:count:'
        '--max-line[The longest line that is read, in bytes.]:bytes:'
        '--name[What to call the document on standard input.]:name:'
        '--model[A reading model in place of the built-in one (a safetensors file).]:file:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_frames() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'show:Print the built-in frames of a relation, or of all.'
            'test:Show what each example of frame files yields.'
            'fired:Count which rules of the frames fire in documents, and which never do.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        show|test|fired)
            "_kg_frames_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_kg_frames_show() {
    local -i ret=1
    local -ar arg_specs=(
        ':relation:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_frames_test() {
    local -i ret=1
    local -ar arg_specs=(
        '*:file:_files'
        '--jobs[How many documents to read at a time (default\: one a processor).]:count:'
        '--max-line[The longest line that is read, in bytes.]:bytes:'
        '--name[What to call the document on standard input.]:name:'
        '--model[A reading model in place of the built-in one (a safetensors file).]:file:_files'
        '*--aliases[A file of names that mean the same, beside the built-in list\: a line each, the name to use first, tabs between.]:file:_files'
        '*--frames[A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).]:file:_files'
        '--relation-model[A relation model in place of the built-in one (a safetensors file).]:file:_files'
        '--ocr[Recognise the words of scanned pages and pictures (needs tesseract).]'
        '--all-text[Also read what surrounds the main text of web pages.]'
        '--manifest[A table of what is known of files\: path, date, title, author, url, source, language, name.]:file:_files'
        '--date[When the documents were written\: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.]:date:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_frames_fired() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        '*:file:_files'
        '--jsonl[The inputs are JSON lines, a document each.]'
        '--never[Only the rules that never fired.]'
        '--jobs[How many documents to read at a time (default\: one a processor).]:count:'
        '--max-line[The longest line that is read, in bytes.]:bytes:'
        '--name[What to call the document on standard input.]:name:'
        '--model[A reading model in place of the built-in one (a safetensors file).]:file:_files'
        '*--aliases[A file of names that mean the same, beside the built-in list\: a line each, the name to use first, tabs between.]:file:_files'
        '*--frames[A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).]:file:_files'
        '--relation-model[A relation model in place of the built-in one (a safetensors file).]:file:_files'
        '--ocr[Recognise the words of scanned pages and pictures (needs tesseract).]'
        '--all-text[Also read what surrounds the main text of web pages.]'
        '--manifest[A table of what is known of files\: path, date, title, author, url, source, language, name.]:file:_files'
        '--date[When the documents were written\: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.]:date:'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_version() {
    local -i ret=1
    local -ar arg_specs=(
        '--verbose[Also name the reading model, its training data and its scores.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_help() {
    local -i ret=1
    local -ar arg_specs=(
        '*:subcommands:'
        '--version[Show the version.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

if [[ "${funcstack[1]}" = _kg ]]; then
    _kg "${@}"
else
    compdef _kg kg
fi
