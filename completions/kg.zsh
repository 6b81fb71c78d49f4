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
            'show:Describe an entity: its type, names, counts and relations.'
            'evidence:Print the sentences behind an entity'\''s edges, or behind what ties two.'
            'search:Find words in sentences and names.'
            'stats:Count what the graph holds, and say how its edges are spread.'
            'rank:List the entities that matter most: by PageRank, or by number of edges.'
            'components:List what hangs together: the groups of entities that no edge ties to others.'
            'documents:List the documents of the graph.'
            'export:Write the graph, or the part around an entity, to a file of another program.'
            'check:Look whether the graph'\''s file is whole and sound.'
            'compact:Give back the room that removed data left in the file.'
            'extract:Print the claims of documents, without a graph.'
            'eval:Score the claims of a document against a gold table.'
            'analyze:Print the linguistic analysis of documents as CoNLL-U.'
            'frames:Show and test the frames: which words state which relation.'
            'version:Print the version, and of what the reading model is made.'
            'help:Show subcommand help information.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        ingest|import|remove|neighbors|path|show|evidence|search|stats|rank|components|documents|export|check|compact|extract|eval|analyze|frames|version|help)
            "_kg_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_kg_ingest() {
    local -i ret=1
    local -ar arg_specs=(
        '*:file:_files'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--jobs[How many documents to read at a time (default\: one a processor).]:count:'
        '--max-line[The longest line that is read, in bytes.]:bytes:'
        '--name[What to call the document on standard input.]:name:'
        '--model[A reading model in place of the built-in one (a safetensors file).]:file:_files'
        '*--aliases[A file of names that mean the same, beside the built-in list\: a line each, the name to use first, tabs between.]:file:_files'
        '*--frames[A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).]:file:_files'
        '--relation-model[A relation model in place of the built-in one (a safetensors file).]:file:_files'
        '--date[When the documents were written\: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.]:date:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_import() {
    local -i ret=1
    local -ar ___format=('tsv' 'csv' 'kgtk' 'ntriples' 'jsonl')
    local -ar arg_specs=(
        '*:file:_files'
        '*--entities[A table of entities, by whose ids the edges name them; may be repeated.]:file:_files'
        '--format[What the files are (default\: seen from their first line).]:format:{__kg_complete "${___format[@]}"}'
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
    local -ar ___direction=('out' 'in' 'both')
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':name:'
        '*--relation[Only edges of this relation; may be repeated.]:relation:'
        '--min-confidence[Only edges at least this sure, from 0 to 1.]:number:'
        '--since[Only edges true on this day, month or year (2001-09-10) or later.]:date:'
        '--until[Only edges true on this day, month or year or earlier.]:date:'
        '--direction[Which way the edges point, seen from the entity.]:direction:{__kg_complete "${___direction[@]}"}'
        '*--type[Only neighbors of this type, such as person or place; may be repeated.]:type:'
        '--hops[How far to go.]:count:'
        '--all[Also show what the text denies, doubts, expects or supposes.]'
        '--canonical[Leave out the open layer\: only relations of the vocabulary and of imported files.]'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
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
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':from:'
        ':to:'
        '--directed[Walk edges only from subject to object.]'
        '--weighted[Rank paths by the product of their confidences, then by length.]'
        '--max-length[The most hops.]:count:'
        '-k[How many paths to show, the best first.]:count:'
        '(--all --all-shortest)'{--all,--all-shortest}'[Count all paths as good as the best, and show them up to --limit.]'
        '--limit[The most rows to show; 0 for all (default\: 50 in a table, else all).]:count:'
        '*--relation[Only edges of this relation; may be repeated.]:relation:'
        '--min-confidence[Only edges at least this sure, from 0 to 1.]:number:'
        '--since[Only edges true on this day, month or year (2001-09-10) or later.]:date:'
        '--until[Only edges true on this day, month or year or earlier.]:date:'
        '*--type[Between the ends, walk only through entities of this type; may be repeated.]:type:'
        '*--avoid[An entity to keep clear of; may be repeated.]:name:'
        '--open[Also walk the open layer.]'
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
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':name:'
        ':other:'
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
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        '*:words:'
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
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        '--by[What to order by.]:by:{__kg_complete "${___by[@]}"}'
        '--top[How many entities to list; 0 for all.]:count:'
        '*--type[List only entities of this type; may be repeated.]:type:'
        '--canonical[Leave out the open layer.]'
        '*--relation[Only edges of this relation; may be repeated.]:relation:'
        '--min-confidence[Only edges at least this sure, from 0 to 1.]:number:'
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

_kg_components() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'jsonl' 'tsv' 'csv' 'dot')
    local -ar arg_specs=(
        ':name:'
        '--members[List the entities of all components.]'
        '--canonical[Leave out the open layer.]'
        '*--relation[Only edges of this relation; may be repeated.]:relation:'
        '--min-confidence[Only edges at least this sure, from 0 to 1.]:number:'
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
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_kg_export() {
    local -i ret=1
    local -ar ___format=('dot' 'jsonl' 'graphml' 'csv')
    local -ar arg_specs=(
        '--format[The form of the file.]:format:{__kg_complete "${___format[@]}"}'
        '--around[Only what lies around this entity.]:name:'
        '--hops[How far from it.]:count:'
        '*--relation[Only edges of this relation; may be repeated.]:relation:'
        '--canonical[Leave out the open layer.]'
        '(--output -o)'{--output,-o}'[The file to write (default\: standard output).]:path:_files'
        '--excel[Write csv that a spreadsheet opens as text\: with a byte-order mark, and no cell that it would run.]'
        '--db[The graph'\''s file (default\: $KG_DB, else kg.db).]:path:_files'
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
    local -ar ___format=('jsonl')
    local -ar arg_specs=(
        '*:file:_files'
        '--jsonl[The inputs are JSON lines, a document each.]'
        '--format[How to write the claims.]:format:{__kg_complete "${___format[@]}"}'
        '--jobs[How many documents to read at a time (default\: one a processor).]:count:'
        '--max-line[The longest line that is read, in bytes.]:bytes:'
        '--name[What to call the document on standard input.]:name:'
        '--model[A reading model in place of the built-in one (a safetensors file).]:file:_files'
        '*--aliases[A file of names that mean the same, beside the built-in list\: a line each, the name to use first, tabs between.]:file:_files'
        '*--frames[A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).]:file:_files'
        '--relation-model[A relation model in place of the built-in one (a safetensors file).]:file:_files'
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
        '--format[How to write the answer.]:format:{__kg_complete "${___format[@]}"}'
        '--jobs[How many documents to read at a time (default\: one a processor).]:count:'
        '--max-line[The longest line that is read, in bytes.]:bytes:'
        '--name[What to call the document on standard input.]:name:'
        '--model[A reading model in place of the built-in one (a safetensors file).]:file:_files'
        '*--aliases[A file of names that mean the same, beside the built-in list\: a line each, the name to use first, tabs between.]:file:_files'
        '*--frames[A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).]:file:_files'
        '--relation-model[A relation model in place of the built-in one (a safetensors file).]:file:_files'
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
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        show|test)
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
        '--date[When the documents were written\: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.]:date:'
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
