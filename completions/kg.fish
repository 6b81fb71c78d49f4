function __kg_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __kg_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __kg_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __kg_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __kg_parse_tokens -S
    set -l unparsed_tokens (__kg_tokens -pc)
    switch $unparsed_tokens[1]
    case 'kg'
        __kg_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'ingest'
            __kg_parse_subcommand -r 1 'jsonl' 'lists=+' 'forget=+' 'db=' 'jobs=' 'max-line=' 'name=' 'model=' 'aliases=+' 'frames=+' 'relation-model=' 'ocr' 'all-text' 'manifest=' 'date=' 'version' 'h/help'
        case 'import'
            __kg_parse_subcommand -r 1 'entities=+' 'format=' 'columns=+' 'relation=' 'delimiter=' 'no-heading' 'name=' 'language=' 'vocabulary' 'dry-run' 'skip-bad' 'rejects=' 'db=' 'version' 'h/help'
        case 'remove'
            __kg_parse_subcommand -r 1 'db=' 'version' 'h/help'
        case 'neighbors'
            __kg_parse_subcommand 1 'relation=+' 'layer=+' 'canonical' 'type=+' 'entity=+' 'document=+' 'said-by=+' 'attributed' 'min-confidence=' 'since=' 'until=' 'direction=' 'hops=' 'all' 'polarity=+' 'modality=+' 'limit=' 'descriptions' 'db=' 'format=' 'version' 'h/help'
        case 'path'
            __kg_parse_subcommand 2 'directed' 'weighted' 'max-length=' 'k=' 'all' 'limit=' 'relation=+' 'layer=+' 'canonical' 'type=+' 'entity=+' 'document=+' 'said-by=+' 'attributed' 'min-confidence=' 'since=' 'until=' 'polarity=+' 'modality=+' 'avoid=+' 'open' 'descriptions' 'db=' 'format=' 'version' 'h/help'
        case 'edges'
            __kg_parse_subcommand 0 'relation=+' 'layer=+' 'canonical' 'type=+' 'entity=+' 'document=+' 'said-by=+' 'attributed' 'min-confidence=' 'since=' 'until=' 'polarity=+' 'modality=+' 'reverse' 'count' 'group-by=' 'all' 'sort=' 'limit=' 'db=' 'format=' 'version' 'h/help'
        case 'claims'
            __kg_parse_subcommand 0 'relation=+' 'layer=+' 'canonical' 'type=+' 'entity=+' 'document=+' 'said-by=+' 'attributed' 'min-confidence=' 'since=' 'until=' 'polarity=+' 'modality=+' 'reverse' 'count' 'group-by=' 'sort=' 'limit=' 'db=' 'format=' 'version' 'h/help'
        case 'timeline'
            __kg_parse_subcommand 1 'relation=+' 'layer=+' 'canonical' 'type=+' 'entity=+' 'document=+' 'said-by=+' 'attributed' 'min-confidence=' 'since=' 'until=' 'polarity=+' 'modality=+' 'limit=' 'db=' 'format=' 'version' 'h/help'
        case 'holders'
            __kg_parse_subcommand 1 'of=' 'at=' 'relation=+' 'layer=+' 'canonical' 'type=+' 'entity=+' 'document=+' 'said-by=+' 'attributed' 'min-confidence=' 'since=' 'until=' 'db=' 'format=' 'version' 'h/help'
        case 'contradictions'
            __kg_parse_subcommand 0 'relation=+' 'layer=+' 'canonical' 'type=+' 'entity=+' 'document=+' 'said-by=+' 'attributed' 'min-confidence=' 'since=' 'until=' 'limit=' 'db=' 'format=' 'version' 'h/help'
        case 'show'
            __kg_parse_subcommand 1 'text' 'db=' 'format=' 'version' 'h/help'
        case 'evidence'
            __kg_parse_subcommand 2 'relation=+' 'layer=+' 'canonical' 'type=+' 'entity=+' 'document=+' 'said-by=+' 'attributed' 'min-confidence=' 'since=' 'until=' 'polarity=+' 'modality=+' 'context=' 'limit=' 'db=' 'format=' 'version' 'h/help'
        case 'explain'
            __kg_parse_subcommand 2 'text=' 'file=+' 'limit=' 'db=' 'jobs=' 'max-line=' 'name=' 'model=' 'aliases=+' 'frames=+' 'relation-model=' 'ocr' 'all-text' 'manifest=' 'date=' 'format=' 'version' 'h/help'
        case 'match'
            __kg_parse_subcommand 1 'timeout=' 'p/param=+' 'limit=' 'canonical' 'all-claims' 'explain' 'db=' 'format=' 'version' 'h/help'
        case 'sql'
            __kg_parse_subcommand 1 'timeout=' 'p/param=+' 'limit=' 'db=' 'format=' 'version' 'h/help'
        case 'search'
            __kg_parse_subcommand -r 1 'raw' 'relation=+' 'layer=+' 'canonical' 'type=+' 'entity=+' 'document=+' 'said-by=+' 'attributed' 'min-confidence=' 'since=' 'until=' 'polarity=+' 'modality=+' 'limit=' 'db=' 'format=' 'version' 'h/help'
        case 'stats'
            __kg_parse_subcommand 0 'db=' 'format=' 'version' 'h/help'
        case 'rank'
            __kg_parse_subcommand 0 'by=' 'top=' 'relation=+' 'layer=+' 'canonical' 'type=+' 'entity=+' 'document=+' 'said-by=+' 'attributed' 'min-confidence=' 'since=' 'until=' 'descriptions' 'db=' 'format=' 'version' 'h/help'
        case 'components'
            __kg_parse_subcommand 1 'members' 'relation=+' 'layer=+' 'canonical' 'type=+' 'entity=+' 'document=+' 'said-by=+' 'attributed' 'min-confidence=' 'since=' 'until=' 'limit=' 'db=' 'format=' 'version' 'h/help'
        case 'documents'
            __kg_parse_subcommand -r 1 'set=' 'since=' 'until=' 'language=' 'about=' 'undated' 'db=' 'format=' 'version' 'h/help'
        case 'changes'
            __kg_parse_subcommand 0 'since=' 'details' 'limit=' 'db=' 'format=' 'version' 'h/help'
        case 'open'
            __kg_parse_subcommand 2 'page=' 'print' 'db=' 'version' 'h/help'
        case 'export'
            __kg_parse_subcommand 0 'format=' 'around=' 'hops=' 'top=' 'title=' 'relation=+' 'layer=+' 'canonical' 'type=+' 'entity=+' 'document=+' 'said-by=+' 'attributed' 'min-confidence=' 'since=' 'until=' 'polarity=+' 'modality=+' 'o/output=' 'excel' 'descriptions' 'db=' 'version' 'h/help'
        case 'serve'
            __kg_parse_subcommand 1 'port=' 'write' 'no-browser' 'db=' 'version' 'h/help'
        case 'mcp'
            __kg_parse_subcommand 1 'db=' 'version' 'h/help'
        case 'suggest'
            __kg_parse_subcommand 0 'apply=' 'stored' 'dry-run' 'limit=' 'db=' 'format=' 'version' 'h/help'
        case 'review'
            __kg_parse_subcommand 0 'least=' 'db=' 'version' 'h/help'
        case 'why'
            __kg_parse_subcommand 2 'db=' 'format=' 'version' 'h/help'
        case 'why-not'
            __kg_parse_subcommand 2 'db=' 'format=' 'version' 'h/help'
        case 'compare'
            __kg_parse_subcommand -r 1 'type=' 'jsonl=' 'format=' 'version' 'h/help'
        case 'merge'
            __kg_parse_subcommand -r 1 'because=' 'dry-run' 'db=' 'format=' 'version' 'h/help'
        case 'split'
            __kg_parse_subcommand 1 'documents=+' 'from=+' 'because=' 'dry-run' 'db=' 'format=' 'version' 'h/help'
        case 'unsure'
            __kg_parse_subcommand 2 'because=' 'dry-run' 'db=' 'format=' 'version' 'h/help'
        case 'undo'
            __kg_parse_subcommand 1 'batch=' 'dry-run' 'db=' 'format=' 'version' 'h/help'
        case 'rename'
            __kg_parse_subcommand 2 'because=' 'dry-run' 'db=' 'format=' 'version' 'h/help'
        case 'retype'
            __kg_parse_subcommand 2 'because=' 'dry-run' 'db=' 'format=' 'version' 'h/help'
        case 'reject'
            __kg_parse_subcommand 3 'because=' 'dry-run' 'db=' 'format=' 'version' 'h/help'
        case 'judgements'
            __kg_parse_subcommand 0 'all' 'apply=' 'all-or-nothing' 'db=' 'format=' 'version' 'h/help'
        case 'check'
            __kg_parse_subcommand 0 'repair' 'db=' 'version' 'h/help'
        case 'compact'
            __kg_parse_subcommand 0 'db=' 'version' 'h/help'
        case 'extract'
            __kg_parse_subcommand -r 1 'jsonl' 'explain' 'format=' 'summaries' 'min-confidence=' 'all' 'jobs=' 'max-line=' 'name=' 'model=' 'aliases=+' 'frames=+' 'relation-model=' 'ocr' 'all-text' 'manifest=' 'date=' 'version' 'h/help'
        case 'eval'
            __kg_parse_subcommand 2 'claims=' 'misses' 'extra' 'min-confidence=' 'format=' 'jobs=' 'max-line=' 'name=' 'model=' 'aliases=+' 'frames=+' 'relation-model=' 'ocr' 'all-text' 'manifest=' 'date=' 'version' 'h/help'
        case 'analyze'
            __kg_parse_subcommand -r 1 'jsonl' 'pretokenized' 'format=' 'jobs=' 'max-line=' 'name=' 'model=' 'version' 'h/help'
        case 'frames'
            __kg_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'show'
                __kg_parse_subcommand 1 'version' 'h/help'
            case 'test'
                __kg_parse_subcommand -r 1 'jobs=' 'max-line=' 'name=' 'model=' 'aliases=+' 'frames=+' 'relation-model=' 'ocr' 'all-text' 'manifest=' 'date=' 'version' 'h/help'
            case 'fired'
                __kg_parse_subcommand -r 1 'jsonl' 'never' 'jobs=' 'max-line=' 'name=' 'model=' 'aliases=+' 'frames=+' 'relation-model=' 'ocr' 'all-text' 'manifest=' 'date=' 'format=' 'version' 'h/help'
            end
        case 'version'
            __kg_parse_subcommand 0 'verbose' 'version' 'h/help'
        case 'help'
            __kg_parse_subcommand -r 1 'version'
        end
    end
end

function __kg_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __kg_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __kg_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __kg_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__kg_tokens -p)
    if test -z "$(__kg_tokens -t)"
        set -l index (count (__kg_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'kg' -f
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'ingest' -d 'Read documents into the graph.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'import' -d 'Read graph files into the graph.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'remove' -d 'Remove documents and all that only they support.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'neighbors' -d 'List what an entity is tied to, and the sentence behind each edge.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'path' -d 'Find how two entities are tied, and the sentence behind each hop.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'edges' -d 'List the edges of the graph, with times, sources and sentences; filter, sort and count them.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'claims' -d 'List what documents claim, also what they deny, doubt or ascribe to a source; filter, sort and count it.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'timeline' -d 'List what has a date in the order of time, with its sentence; say how much has none.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'holders' -d 'Tell who held an office, from when to when, and how that is known.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'contradictions' -d 'List what is stated here and denied there, and what has two values where it can have one.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'show' -d 'Describe an entity: its type, names, counts and relations; or print a document\'s text.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'evidence' -d 'Print the sentences behind an entity\'s edges, or behind what ties two.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'explain' -d 'Tell how an entity\'s claims were read, or those of a text.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'match' -d 'Find a pattern in the graph: what neighbors and path cannot say.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'sql' -d 'Ask the graph in SQL, by views that stay.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'search' -d 'Find words in sentences and names.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'stats' -d 'Count what the graph holds, and say how its edges are spread.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'rank' -d 'List the entities that matter most: by PageRank, or by number of edges.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'components' -d 'List what hangs together: the groups of entities that no edge ties to others.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'documents' -d 'List the documents of the graph, or say when one was written.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'changes' -d 'List what each ingestion, import, removal and judgement added to the graph and took away.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'open' -d 'Open a document at the page of a sentence.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'export' -d 'Write the graph, or the part around an entity, to a file of another program.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'serve' -d 'Show the graph in a browser on this machine: search, neighbors, paths, and the sentence behind every edge.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'mcp' -d 'Answer an assistant\'s questions over standard input and output (Model Context Protocol).'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'suggest' -d 'Find entities that may be one thing.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'review' -d 'Judge the suggestions, one after the other.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'why' -d 'Tell what speaks for two names being one thing, and what against.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'why-not' -d 'Tell why two names are not one thing.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'compare' -d 'Tell how likely two names mean one thing, and why.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'merge' -d 'Judge that names mean one thing.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'split' -d 'Judge that one name means several things.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'unsure' -d 'Note that nobody can tell whether two names mean one thing.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'undo' -d 'Take judgements back, in any order.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'rename' -d 'Give an entity the name that answers show.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'retype' -d 'Give an entity the type that answers show.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'reject' -d 'Judge that an edge does not hold.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'judgements' -d 'List what was judged, or apply a file of judgements.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'check' -d 'Look whether the graph\'s file is whole and sound.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'compact' -d 'Give back the room that removed data left in the file.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'extract' -d 'Print the claims of documents, without a graph.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'eval' -d 'Score the claims of a document against a gold table, or of a folder of documents against theirs.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'analyze' -d 'Print the linguistic analysis of documents as CoNLL-U.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'frames' -d 'Show and test the frames: which words state which relation.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'version' -d 'Print the version, and of what the reading model is made.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg ingest" -ge 1' -F
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" jsonl' -l 'jsonl' -d 'The inputs are JSON lines, a document each: {"id": …, "text": …}, perhaps with a "date".'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest"' -l 'lists' -d 'A file of words by which names are joined and compared: nicknames, titles, legal forms, abbreviations.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest"' -l 'forget' -d 'Forget the files given before: aliases, frames or lists.' -rfka 'aliases frames lists'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" jobs' -l 'jobs' -d 'How many documents to read at a time (default: one a processor).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" max-line' -l 'max-line' -d 'The longest line that is read, in bytes.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" name' -l 'name' -d 'What to call the document on standard input.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" model' -l 'model' -d 'A reading model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest"' -l 'aliases' -d 'A file of names that mean the same, beside the built-in list: a line each, the name to use first, tabs between.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest"' -l 'frames' -d 'A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" relation-model' -l 'relation-model' -d 'A relation model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" ocr' -l 'ocr' -d 'Recognise the words of scanned pages and pictures (needs tesseract).'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" all-text' -l 'all-text' -d 'Also read what surrounds the main text of web pages.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" manifest' -l 'manifest' -d 'A table of what is known of files: path, date, title, author, url, source, language, name.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" date' -l 'date' -d 'When the documents were written: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg import" -ge 1' -F
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import"' -l 'entities' -d 'A table of entities, by whose ids the edges name them; may be repeated.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import" format' -l 'format' -d 'What the files are (default: seen from their first line).' -rfka 'tsv csv kgtk ntriples jsonl graphml gexf'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import"' -l 'columns' -d 'Which columns of the files hold what, by name or number: subject, relation, object, subject_type, object_type, subject_identifier, object_identifier, confidence, id, name, type, aliases; may be repeated.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import" relation' -l 'relation' -d 'The relation of rows that name none, such as those of a table of sources and targets.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import" delimiter' -l 'delimiter' -d 'What separates the columns of a table: one character, tab or space (default: seen from the first line).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import" no-heading' -l 'no-heading' -d 'The first row of a table is a row like the others; --columns names columns by their numbers.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import" name' -l 'name' -d 'What to call the file on standard input.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import" language' -l 'language' -d 'The language whose labels become names, where a file has several.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import" vocabulary' -l 'vocabulary' -d 'Take relations of the vocabulary as the vocabulary\'s, with their symmetry.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import" dry-run' -l 'dry-run' -d 'Check the files and count what they hold; change nothing.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import" skip-bad' -l 'skip-bad' -d 'Leave out rows that cannot be stored, and say which.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import" rejects' -l 'rejects' -d 'Write the rows left out to this file, as file, line, reason and row; implies --skip-bad.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg remove" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg remove" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg remove" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg neighbors" -eq 1' -fka '(__kg_custom_completion ---completion neighbors -- positional@0 (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka '(__kg_custom_completion ---completion neighbors -- --relation (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors"' -l 'layer' -d 'Only edges of this layer; may be repeated.' -rfka 'canonical open imported'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" canonical' -l 'canonical' -d 'Leave out the open layer: only relations of the vocabulary and of imported files.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors"' -l 'type' -d 'Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.' -rfka '(__kg_custom_completion ---completion neighbors -- --type (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors"' -l 'entity' -d 'Only edges with this entity at an end; may be repeated.' -rfka '(__kg_custom_completion ---completion neighbors -- --entity (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors"' -l 'document' -d 'Only what this document states, or those of this folder; may be repeated.' -rfka '(__kg_custom_completion ---completion neighbors -- --document (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors"' -l 'said-by' -d 'Only what this entity says, as a source or in its own turn; may be repeated.' -rfka '(__kg_custom_completion ---completion neighbors -- --said-by (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" attributed' -l 'attributed' -d 'Only what a text ascribes to a source.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" min-confidence' -l 'min-confidence' -d 'Only what is at least this sure, from 0 to 1 (default: relations of the vocabulary from 0.5 on).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" direction' -l 'direction' -d 'Which way the edges point, seen from the entity.' -rfka 'out in both'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" hops' -l 'hops' -d 'How far to go.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" all' -l 'all' -d 'Also show what the text denies, doubts, expects or supposes, and what is unsure.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors"' -l 'polarity' -d 'Only what the texts state (positive) or deny (negative).' -rfka 'positive negative'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors"' -l 'modality' -d 'Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.' -rfka 'certain possible future hypothetical'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" descriptions' -l 'descriptions' -d 'Also show things that a document only describes, such as "the president".'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg path" -eq 1' -fka '(__kg_custom_completion ---completion path -- positional@0 (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg path" -eq 2' -fka '(__kg_custom_completion ---completion path -- positional@1 (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" directed' -l 'directed' -d 'Walk edges only from subject to object.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" weighted' -l 'weighted' -d 'Rank paths by the product of their confidences, then by length.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" max-length' -l 'max-length' -d 'The most hops.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" k' -s 'k' -d 'How many paths to show, the best first.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" all all-shortest' -l 'all' -l 'all-shortest' -d 'Count all paths as good as the best, and show them up to --limit.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka '(__kg_custom_completion ---completion path -- --relation (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path"' -l 'layer' -d 'Only edges of this layer; may be repeated.' -rfka 'canonical open imported'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" canonical' -l 'canonical' -d 'Leave out the open layer: only relations of the vocabulary and of imported files.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path"' -l 'type' -d 'Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.' -rfka '(__kg_custom_completion ---completion path -- --type (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path"' -l 'entity' -d 'Only edges with this entity at an end; may be repeated.' -rfka '(__kg_custom_completion ---completion path -- --entity (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path"' -l 'document' -d 'Only what this document states, or those of this folder; may be repeated.' -rfka '(__kg_custom_completion ---completion path -- --document (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path"' -l 'said-by' -d 'Only what this entity says, as a source or in its own turn; may be repeated.' -rfka '(__kg_custom_completion ---completion path -- --said-by (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" attributed' -l 'attributed' -d 'Only what a text ascribes to a source.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" min-confidence' -l 'min-confidence' -d 'Only what is at least this sure, from 0 to 1 (default: relations of the vocabulary from 0.5 on).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path"' -l 'polarity' -d 'Only what the texts state (positive) or deny (negative).' -rfka 'positive negative'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path"' -l 'modality' -d 'Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.' -rfka 'certain possible future hypothetical'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path"' -l 'avoid' -d 'An entity to keep clear of; may be repeated.' -rfka '(__kg_custom_completion ---completion path -- --avoid (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" open' -l 'open' -d 'Also walk the open layer.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" descriptions' -l 'descriptions' -d 'Also show things that a document only describes, such as "the president".'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka '(__kg_custom_completion ---completion edges -- --relation (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges"' -l 'layer' -d 'Only edges of this layer; may be repeated.' -rfka 'canonical open imported'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges" canonical' -l 'canonical' -d 'Leave out the open layer: only relations of the vocabulary and of imported files.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges"' -l 'type' -d 'Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.' -rfka '(__kg_custom_completion ---completion edges -- --type (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges"' -l 'entity' -d 'Only edges with this entity at an end; may be repeated.' -rfka '(__kg_custom_completion ---completion edges -- --entity (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges"' -l 'document' -d 'Only what this document states, or those of this folder; may be repeated.' -rfka '(__kg_custom_completion ---completion edges -- --document (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges"' -l 'said-by' -d 'Only what this entity says, as a source or in its own turn; may be repeated.' -rfka '(__kg_custom_completion ---completion edges -- --said-by (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges" attributed' -l 'attributed' -d 'Only what a text ascribes to a source.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges" min-confidence' -l 'min-confidence' -d 'Only what is at least this sure, from 0 to 1 (default: relations of the vocabulary from 0.5 on).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges"' -l 'polarity' -d 'Only what the texts state (positive) or deny (negative).' -rfka 'positive negative'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges"' -l 'modality' -d 'Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.' -rfka 'certain possible future hypothetical'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges" reverse' -l 'reverse' -d 'Turn the order round.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges" count' -l 'count' -d 'Print only how many there are.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges" group-by' -l 'group-by' -d 'Print how many there are by this.' -rfka 'relation layer subject object subject-type object-type polarity modality document year said-by'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges" all' -l 'all' -d 'Also list what the texts deny, doubt, expect or suppose.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges" sort' -l 'sort' -d 'What to sort by; the most, the surest and the earliest come first.' -rfka 'subject relation object support confidence when document'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg edges" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka '(__kg_custom_completion ---completion claims -- --relation (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims"' -l 'layer' -d 'Only edges of this layer; may be repeated.' -rfka 'canonical open imported'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims" canonical' -l 'canonical' -d 'Leave out the open layer: only relations of the vocabulary and of imported files.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims"' -l 'type' -d 'Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.' -rfka '(__kg_custom_completion ---completion claims -- --type (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims"' -l 'entity' -d 'Only edges with this entity at an end; may be repeated.' -rfka '(__kg_custom_completion ---completion claims -- --entity (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims"' -l 'document' -d 'Only what this document states, or those of this folder; may be repeated.' -rfka '(__kg_custom_completion ---completion claims -- --document (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims"' -l 'said-by' -d 'Only what this entity says, as a source or in its own turn; may be repeated.' -rfka '(__kg_custom_completion ---completion claims -- --said-by (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims" attributed' -l 'attributed' -d 'Only what a text ascribes to a source.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims" min-confidence' -l 'min-confidence' -d 'Only what is at least this sure, from 0 to 1 (default: relations of the vocabulary from 0.5 on).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims"' -l 'polarity' -d 'Only what the texts state (positive) or deny (negative).' -rfka 'positive negative'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims"' -l 'modality' -d 'Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.' -rfka 'certain possible future hypothetical'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims" reverse' -l 'reverse' -d 'Turn the order round.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims" count' -l 'count' -d 'Print only how many there are.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims" group-by' -l 'group-by' -d 'Print how many there are by this.' -rfka 'relation layer subject object subject-type object-type polarity modality document year said-by'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims" sort' -l 'sort' -d 'What to sort by; the surest and the earliest come first.' -rfka 'document subject relation object confidence when'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg claims" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg timeline" -eq 1' -fka '(__kg_custom_completion ---completion timeline -- positional@0 (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka '(__kg_custom_completion ---completion timeline -- --relation (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline"' -l 'layer' -d 'Only edges of this layer; may be repeated.' -rfka 'canonical open imported'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline" canonical' -l 'canonical' -d 'Leave out the open layer: only relations of the vocabulary and of imported files.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline"' -l 'type' -d 'Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.' -rfka '(__kg_custom_completion ---completion timeline -- --type (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline"' -l 'entity' -d 'Only edges with this entity at an end; may be repeated.' -rfka '(__kg_custom_completion ---completion timeline -- --entity (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline"' -l 'document' -d 'Only what this document states, or those of this folder; may be repeated.' -rfka '(__kg_custom_completion ---completion timeline -- --document (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline"' -l 'said-by' -d 'Only what this entity says, as a source or in its own turn; may be repeated.' -rfka '(__kg_custom_completion ---completion timeline -- --said-by (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline" attributed' -l 'attributed' -d 'Only what a text ascribes to a source.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline" min-confidence' -l 'min-confidence' -d 'Only what is at least this sure, from 0 to 1 (default: relations of the vocabulary from 0.5 on).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline"' -l 'polarity' -d 'Only what the texts state (positive) or deny (negative).' -rfka 'positive negative'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline"' -l 'modality' -d 'Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.' -rfka 'certain possible future hypothetical'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv ics svg'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg timeline" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders" of' -l 'of' -d 'Of what it is the office.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders" at' -l 'at' -d 'A day, month or year (2001-09-10).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka '(__kg_custom_completion ---completion holders -- --relation (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders"' -l 'layer' -d 'Only edges of this layer; may be repeated.' -rfka 'canonical open imported'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders" canonical' -l 'canonical' -d 'Leave out the open layer: only relations of the vocabulary and of imported files.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders"' -l 'type' -d 'Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.' -rfka '(__kg_custom_completion ---completion holders -- --type (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders"' -l 'entity' -d 'Only edges with this entity at an end; may be repeated.' -rfka '(__kg_custom_completion ---completion holders -- --entity (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders"' -l 'document' -d 'Only what this document states, or those of this folder; may be repeated.' -rfka '(__kg_custom_completion ---completion holders -- --document (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders"' -l 'said-by' -d 'Only what this entity says, as a source or in its own turn; may be repeated.' -rfka '(__kg_custom_completion ---completion holders -- --said-by (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders" attributed' -l 'attributed' -d 'Only what a text ascribes to a source.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders" min-confidence' -l 'min-confidence' -d 'Only what is at least this sure, from 0 to 1 (default: relations of the vocabulary from 0.5 on).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg holders" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka '(__kg_custom_completion ---completion contradictions -- --relation (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions"' -l 'layer' -d 'Only edges of this layer; may be repeated.' -rfka 'canonical open imported'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions" canonical' -l 'canonical' -d 'Leave out the open layer: only relations of the vocabulary and of imported files.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions"' -l 'type' -d 'Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.' -rfka '(__kg_custom_completion ---completion contradictions -- --type (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions"' -l 'entity' -d 'Only edges with this entity at an end; may be repeated.' -rfka '(__kg_custom_completion ---completion contradictions -- --entity (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions"' -l 'document' -d 'Only what this document states, or those of this folder; may be repeated.' -rfka '(__kg_custom_completion ---completion contradictions -- --document (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions"' -l 'said-by' -d 'Only what this entity says, as a source or in its own turn; may be repeated.' -rfka '(__kg_custom_completion ---completion contradictions -- --said-by (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions" attributed' -l 'attributed' -d 'Only what a text ascribes to a source.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions" min-confidence' -l 'min-confidence' -d 'Only what is at least this sure, from 0 to 1 (default: relations of the vocabulary from 0.5 on).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg contradictions" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg show" text' -l 'text' -d 'Print the text of a document, in which all its offsets count.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg show" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg show" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg show" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg evidence" -eq 1' -fka '(__kg_custom_completion ---completion evidence -- positional@0 (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg evidence" -eq 2' -fka '(__kg_custom_completion ---completion evidence -- positional@1 (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka '(__kg_custom_completion ---completion evidence -- --relation (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence"' -l 'layer' -d 'Only edges of this layer; may be repeated.' -rfka 'canonical open imported'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" canonical' -l 'canonical' -d 'Leave out the open layer: only relations of the vocabulary and of imported files.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence"' -l 'type' -d 'Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.' -rfka '(__kg_custom_completion ---completion evidence -- --type (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence"' -l 'entity' -d 'Only edges with this entity at an end; may be repeated.' -rfka '(__kg_custom_completion ---completion evidence -- --entity (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence"' -l 'document' -d 'Only what this document states, or those of this folder; may be repeated.' -rfka '(__kg_custom_completion ---completion evidence -- --document (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence"' -l 'said-by' -d 'Only what this entity says, as a source or in its own turn; may be repeated.' -rfka '(__kg_custom_completion ---completion evidence -- --said-by (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" attributed' -l 'attributed' -d 'Only what a text ascribes to a source.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" min-confidence' -l 'min-confidence' -d 'Only what is at least this sure, from 0 to 1 (default: relations of the vocabulary from 0.5 on).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence"' -l 'polarity' -d 'Only what the texts state (positive) or deny (negative).' -rfka 'positive negative'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence"' -l 'modality' -d 'Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.' -rfka 'certain possible future hypothetical'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" context' -l 'context' -d 'Also show so many sentences before and after.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain" text' -l 'text' -d 'A text to read in place of a graph.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain"' -l 'file' -d 'A document to read in place of a graph; may be repeated.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain" jobs' -l 'jobs' -d 'How many documents to read at a time (default: one a processor).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain" max-line' -l 'max-line' -d 'The longest line that is read, in bytes.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain" name' -l 'name' -d 'What to call the document on standard input.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain" model' -l 'model' -d 'A reading model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain"' -l 'aliases' -d 'A file of names that mean the same, beside the built-in list: a line each, the name to use first, tabs between.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain"' -l 'frames' -d 'A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain" relation-model' -l 'relation-model' -d 'A relation model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain" ocr' -l 'ocr' -d 'Recognise the words of scanned pages and pictures (needs tesseract).'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain" all-text' -l 'all-text' -d 'Also read what surrounds the main text of web pages.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain" manifest' -l 'manifest' -d 'A table of what is known of files: path, date, title, author, url, source, language, name.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain" date' -l 'date' -d 'When the documents were written: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg match" timeout' -l 'timeout' -d 'The most seconds it may take.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg match"' -l 'param' -s 'p' -d 'A value for a parameter of the question; may be repeated.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg match" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg match" canonical' -l 'canonical' -d 'Leave out the open layer.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg match" all-claims' -l 'all-claims' -d 'Also take what the texts deny, doubt, expect or suppose.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg match" explain' -l 'explain' -d 'Print how the question is answered, and do not ask it.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg match" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg match" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg match" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg match" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg sql" timeout' -l 'timeout' -d 'The most seconds it may take.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg sql"' -l 'param' -s 'p' -d 'A value for a parameter of the question; may be repeated.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg sql" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg sql" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg sql" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg sql" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg sql" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search" raw' -l 'raw' -d 'Take the words in SQLite\'s own syntax of full-text search.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka '(__kg_custom_completion ---completion search -- --relation (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search"' -l 'layer' -d 'Only edges of this layer; may be repeated.' -rfka 'canonical open imported'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search" canonical' -l 'canonical' -d 'Leave out the open layer: only relations of the vocabulary and of imported files.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search"' -l 'type' -d 'Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.' -rfka '(__kg_custom_completion ---completion search -- --type (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search"' -l 'entity' -d 'Only edges with this entity at an end; may be repeated.' -rfka '(__kg_custom_completion ---completion search -- --entity (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search"' -l 'document' -d 'Only what this document states, or those of this folder; may be repeated.' -rfka '(__kg_custom_completion ---completion search -- --document (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search"' -l 'said-by' -d 'Only what this entity says, as a source or in its own turn; may be repeated.' -rfka '(__kg_custom_completion ---completion search -- --said-by (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search" attributed' -l 'attributed' -d 'Only what a text ascribes to a source.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search" min-confidence' -l 'min-confidence' -d 'Only what is at least this sure, from 0 to 1 (default: relations of the vocabulary from 0.5 on).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search"' -l 'polarity' -d 'Only what the texts state (positive) or deny (negative).' -rfka 'positive negative'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search"' -l 'modality' -d 'Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.' -rfka 'certain possible future hypothetical'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg search" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg stats" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg stats" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg stats" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg stats" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" by' -l 'by' -d 'What to order by.' -rfka 'pagerank degree'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" limit top' -l 'top' -l 'limit' -d 'How many entities to list; 0 for all.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka '(__kg_custom_completion ---completion rank -- --relation (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank"' -l 'layer' -d 'Only edges of this layer; may be repeated.' -rfka 'canonical open imported'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" canonical' -l 'canonical' -d 'Leave out the open layer: only relations of the vocabulary and of imported files.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank"' -l 'type' -d 'Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.' -rfka '(__kg_custom_completion ---completion rank -- --type (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank"' -l 'entity' -d 'Only edges with this entity at an end; may be repeated.' -rfka '(__kg_custom_completion ---completion rank -- --entity (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank"' -l 'document' -d 'Only what this document states, or those of this folder; may be repeated.' -rfka '(__kg_custom_completion ---completion rank -- --document (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank"' -l 'said-by' -d 'Only what this entity says, as a source or in its own turn; may be repeated.' -rfka '(__kg_custom_completion ---completion rank -- --said-by (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" attributed' -l 'attributed' -d 'Only what a text ascribes to a source.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" min-confidence' -l 'min-confidence' -d 'Only what is at least this sure, from 0 to 1 (default: relations of the vocabulary from 0.5 on).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" descriptions' -l 'descriptions' -d 'Also show things that a document only describes, such as "the president".'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg components" -eq 1' -fka '(__kg_custom_completion ---completion components -- positional@0 (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" members' -l 'members' -d 'List the entities of all components.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka '(__kg_custom_completion ---completion components -- --relation (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components"' -l 'layer' -d 'Only edges of this layer; may be repeated.' -rfka 'canonical open imported'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" canonical' -l 'canonical' -d 'Leave out the open layer: only relations of the vocabulary and of imported files.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components"' -l 'type' -d 'Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.' -rfka '(__kg_custom_completion ---completion components -- --type (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components"' -l 'entity' -d 'Only edges with this entity at an end; may be repeated.' -rfka '(__kg_custom_completion ---completion components -- --entity (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components"' -l 'document' -d 'Only what this document states, or those of this folder; may be repeated.' -rfka '(__kg_custom_completion ---completion components -- --document (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components"' -l 'said-by' -d 'Only what this entity says, as a source or in its own turn; may be repeated.' -rfka '(__kg_custom_completion ---completion components -- --said-by (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" attributed' -l 'attributed' -d 'Only what a text ascribes to a source.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" min-confidence' -l 'min-confidence' -d 'Only what is at least this sure, from 0 to 1 (default: relations of the vocabulary from 0.5 on).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg documents" set' -l 'set' -d 'Say when the documents were written, or none.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg documents" since' -l 'since' -d 'Only documents of this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg documents" until' -l 'until' -d 'Only documents of this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg documents" language' -l 'language' -d 'Only documents in this language, by its code (en, ru).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg documents" about' -l 'about' -d 'Only documents with these words in name, title, author or publisher.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg documents" undated' -l 'undated' -d 'Only documents of which nobody says when they were written.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg documents" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg documents" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg documents" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg documents" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg changes" since' -l 'since' -d 'Only changes after this number, or from this day, month or year (2001-09-10) on.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg changes" details' -l 'details' -d 'List each thing that was added or changed.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg changes" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg changes" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg changes" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg changes" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg changes" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg open" page' -l 'page' -d 'The page to open a document at.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg open" print' -l 'print' -d 'Print the command and run nothing.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg open" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg open" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg open" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" format' -l 'format' -d 'The form of the file.' -rfka 'dot graphml gexf csv jsonl cypher neo4j-nodes neo4j-relationships turtle ntriples ftm html'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" around' -l 'around' -d 'Only what lies around this entity.' -rfka '(__kg_custom_completion ---completion export -- --around (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" hops' -l 'hops' -d 'How far from it.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" top' -l 'top' -d 'In a picture only so many things, those with the most edges.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" title' -l 'title' -d 'What to write above a picture.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka '(__kg_custom_completion ---completion export -- --relation (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export"' -l 'layer' -d 'Only edges of this layer; may be repeated.' -rfka 'canonical open imported'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" canonical' -l 'canonical' -d 'Leave out the open layer: only relations of the vocabulary and of imported files.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export"' -l 'type' -d 'Only edges with an end of this type; of an entity asked for the other end, of a path what lies between its ends; may be repeated.' -rfka '(__kg_custom_completion ---completion export -- --type (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export"' -l 'entity' -d 'Only edges with this entity at an end; may be repeated.' -rfka '(__kg_custom_completion ---completion export -- --entity (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export"' -l 'document' -d 'Only what this document states, or those of this folder; may be repeated.' -rfka '(__kg_custom_completion ---completion export -- --document (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export"' -l 'said-by' -d 'Only what this entity says, as a source or in its own turn; may be repeated.' -rfka '(__kg_custom_completion ---completion export -- --said-by (count (__kg_tokens -pc)) (__kg_tokens -tC))'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" attributed' -l 'attributed' -d 'Only what a text ascribes to a source.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" min-confidence' -l 'min-confidence' -d 'Only what is at least this sure, from 0 to 1 (default: relations of the vocabulary from 0.5 on).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export"' -l 'polarity' -d 'Only what the texts state (positive) or deny (negative).' -rfka 'positive negative'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export"' -l 'modality' -d 'Only what they are certain of, or hold for possible, future or hypothetical; may be repeated.' -rfka 'certain possible future hypothetical'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" o output' -l 'output' -s 'o' -d 'The file to write (default: standard output).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" excel' -l 'excel' -d 'Write csv that a spreadsheet opens as text: with a byte-order mark, and no cell that it would run.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" descriptions' -l 'descriptions' -d 'Also show things that a document only describes, such as "the president".'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg serve" -eq 1' -F
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg serve" port' -l 'port' -d 'The port, so that links to views stay the same (default: 8747 where it is free).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg serve" write' -l 'write' -d 'Let the page judge what names mean and what holds, which can be undone.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg serve" no-browser' -l 'no-browser' -d 'Only print the address, and open no browser.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg serve" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg serve" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg serve" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg mcp" -eq 1' -F
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg mcp" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg mcp" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg mcp" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg suggest" apply' -l 'apply' -d 'Join the pairs of at least this score, from 0 to 1.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg suggest" stored' -l 'stored' -d 'List what was found before, without looking anew.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg suggest" dry-run' -l 'dry-run' -d 'With --apply, show what would come of it, and keep nothing.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg suggest" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg suggest" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg suggest" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg suggest" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg suggest" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg review" least' -l 'least' -d 'Only pairs of at least this score.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg review" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg review" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg review" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg why" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg why" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg why" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg why" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg why-not" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg why-not" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg why-not" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg why-not" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg compare" type' -l 'type' -d 'What they are: person, organization, place or another type.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg compare" jsonl' -l 'jsonl' -d 'Compare the pairs of a file of JSON lines.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg compare" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg compare" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg compare" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg merge" because' -l 'because' -d 'Why, in words that `kg judgements` shows.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg merge" dry-run' -l 'dry-run' -d 'Show what would come of it, and keep nothing.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg merge" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg merge" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg merge" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg merge" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg split"' -l 'documents' -d 'Documents that mean another.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg split"' -l 'from' -l 'parties' -d 'Another name that means another thing; may be repeated.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg split" because' -l 'because' -d 'Why, in words that `kg judgements` shows.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg split" dry-run' -l 'dry-run' -d 'Show what would come of it, and keep nothing.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg split" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg split" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg split" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg split" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg unsure" because' -l 'because' -d 'Why, in words that `kg judgements` shows.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg unsure" dry-run' -l 'dry-run' -d 'Show what would come of it, and keep nothing.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg unsure" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg unsure" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg unsure" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg unsure" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg undo" batch' -l 'batch' -d 'The number of a batch.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg undo" dry-run' -l 'dry-run' -d 'Show what would come of it, and keep nothing.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg undo" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg undo" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg undo" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg undo" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rename" because' -l 'because' -d 'Why, in words that `kg judgements` shows.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rename" dry-run' -l 'dry-run' -d 'Show what would come of it, and keep nothing.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rename" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rename" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rename" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rename" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg retype" because' -l 'because' -d 'Why, in words that `kg judgements` shows.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg retype" dry-run' -l 'dry-run' -d 'Show what would come of it, and keep nothing.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg retype" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg retype" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg retype" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg retype" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg reject" because' -l 'because' -d 'Why, in words that `kg judgements` shows.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg reject" dry-run' -l 'dry-run' -d 'Show what would come of it, and keep nothing.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg reject" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg reject" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg reject" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg reject" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg judgements" all' -l 'all' -d 'List also what was undone, and the undoing.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg judgements" apply' -l 'apply' -d 'Apply the judgements of a file.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg judgements" all-or-nothing' -l 'all-or-nothing' -d 'Apply nothing where a line cannot be applied.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg judgements" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg judgements" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv nomenklatura'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg judgements" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg judgements" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg check" repair' -l 'repair' -d 'Build anew what follows from the rest of the graph.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg check" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg check" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg compact" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg compact" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg compact" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg extract" -ge 1' -F
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" jsonl' -l 'jsonl' -d 'The inputs are JSON lines, a document each.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" explain' -l 'explain' -d 'Add to each claim how it was read, as “origin”: what proposed it, and by which words.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" format' -l 'format' -d 'How to write the claims.' -rfka 'jsonl text'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" summaries' -l 'summaries' -d 'After the claims of each document, a line on the document: its parties and what it adds to the edges of a graph, or why it could not be read.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" min-confidence' -l 'min-confidence' -d 'Only what is at least this sure, from 0 to 1 (default: relations of the vocabulary from 0.5 on).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" all' -l 'all' -d 'Print every claim, however unsure, as ingest keeps them.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" jobs' -l 'jobs' -d 'How many documents to read at a time (default: one a processor).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" max-line' -l 'max-line' -d 'The longest line that is read, in bytes.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" name' -l 'name' -d 'What to call the document on standard input.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" model' -l 'model' -d 'A reading model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract"' -l 'aliases' -d 'A file of names that mean the same, beside the built-in list: a line each, the name to use first, tabs between.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract"' -l 'frames' -d 'A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" relation-model' -l 'relation-model' -d 'A relation model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" ocr' -l 'ocr' -d 'Recognise the words of scanned pages and pictures (needs tesseract).'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" all-text' -l 'all-text' -d 'Also read what surrounds the main text of web pages.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" manifest' -l 'manifest' -d 'A table of what is known of files: path, date, title, author, url, source, language, name.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" date' -l 'date' -d 'When the documents were written: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg eval" -eq 1' -F
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg eval" -eq 2' -F
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" claims' -l 'claims' -d 'Score these claims, as extract prints them, instead of reading a document.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" misses' -l 'misses' -d 'List the rows that no claim states.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" extra' -l 'extra' -d 'List the canonical claims that are in no row.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" min-confidence' -l 'min-confidence' -d 'Only what is at least this sure, from 0 to 1 (default: relations of the vocabulary from 0.5 on).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" jobs' -l 'jobs' -d 'How many documents to read at a time (default: one a processor).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" max-line' -l 'max-line' -d 'The longest line that is read, in bytes.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" name' -l 'name' -d 'What to call the document on standard input.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" model' -l 'model' -d 'A reading model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval"' -l 'aliases' -d 'A file of names that mean the same, beside the built-in list: a line each, the name to use first, tabs between.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval"' -l 'frames' -d 'A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" relation-model' -l 'relation-model' -d 'A relation model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" ocr' -l 'ocr' -d 'Recognise the words of scanned pages and pictures (needs tesseract).'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" all-text' -l 'all-text' -d 'Also read what surrounds the main text of web pages.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" manifest' -l 'manifest' -d 'A table of what is known of files: path, date, title, author, url, source, language, name.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" date' -l 'date' -d 'When the documents were written: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg analyze" -ge 1' -F
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg analyze" jsonl' -l 'jsonl' -d 'The inputs are JSON lines, a document each.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg analyze" pretokenized' -l 'pretokenized' -d 'The inputs are CoNLL-U; keep its sentences and words.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg analyze" format' -l 'format' -d 'How to write the analysis.' -rfka 'conllu'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg analyze" jobs' -l 'jobs' -d 'How many documents to read at a time (default: one a processor).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg analyze" max-line' -l 'max-line' -d 'The longest line that is read, in bytes.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg analyze" name' -l 'name' -d 'What to call the document on standard input.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg analyze" model' -l 'model' -d 'A reading model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg analyze" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg analyze" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg frames" -eq 1' -fa 'show' -d 'Print the built-in frames of a relation, or of all.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg frames" -eq 1' -fa 'test' -d 'Show what each example of frame files yields.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg frames" -eq 1' -fa 'fired' -d 'Count which rules of the frames fire in documents, and which never do.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames show" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg frames test" -ge 1' -F
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test" jobs' -l 'jobs' -d 'How many documents to read at a time (default: one a processor).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test" max-line' -l 'max-line' -d 'The longest line that is read, in bytes.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test" name' -l 'name' -d 'What to call the document on standard input.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test" model' -l 'model' -d 'A reading model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test"' -l 'aliases' -d 'A file of names that mean the same, beside the built-in list: a line each, the name to use first, tabs between.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test"' -l 'frames' -d 'A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test" relation-model' -l 'relation-model' -d 'A relation model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test" ocr' -l 'ocr' -d 'Recognise the words of scanned pages and pictures (needs tesseract).'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test" all-text' -l 'all-text' -d 'Also read what surrounds the main text of web pages.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test" manifest' -l 'manifest' -d 'A table of what is known of files: path, date, title, author, url, source, language, name.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test" date' -l 'date' -d 'When the documents were written: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg frames fired" -ge 1' -F
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired" jsonl' -l 'jsonl' -d 'The inputs are JSON lines, a document each.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired" never' -l 'never' -d 'Only the rules that never fired.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired" jobs' -l 'jobs' -d 'How many documents to read at a time (default: one a processor).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired" max-line' -l 'max-line' -d 'The longest line that is read, in bytes.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired" name' -l 'name' -d 'What to call the document on standard input.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired" model' -l 'model' -d 'A reading model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired"' -l 'aliases' -d 'A file of names that mean the same, beside the built-in list: a line each, the name to use first, tabs between.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired"' -l 'frames' -d 'A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired" relation-model' -l 'relation-model' -d 'A relation model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired" ocr' -l 'ocr' -d 'Recognise the words of scanned pages and pictures (needs tesseract).'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired" all-text' -l 'all-text' -d 'Also read what surrounds the main text of web pages.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired" manifest' -l 'manifest' -d 'A table of what is known of files: path, date, title, author, url, source, language, name.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired" date' -l 'date' -d 'When the documents were written: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames fired" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg version" verbose' -l 'verbose' -d 'Also name the reading model, its training data and its scores.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg version" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg version" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg help" version' -l 'version' -d 'Show the version.'
