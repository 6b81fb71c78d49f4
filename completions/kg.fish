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
            __kg_parse_subcommand -r 1 'db=' 'jobs=' 'max-line=' 'name=' 'model=' 'aliases=+' 'frames=+' 'relation-model=' 'date=' 'version' 'h/help'
        case 'import'
            __kg_parse_subcommand -r 1 'entities=+' 'format=' 'name=' 'language=' 'vocabulary' 'dry-run' 'skip-bad' 'rejects=' 'db=' 'version' 'h/help'
        case 'remove'
            __kg_parse_subcommand -r 1 'db=' 'version' 'h/help'
        case 'neighbors'
            __kg_parse_subcommand 1 'relation=+' 'min-confidence=' 'since=' 'until=' 'direction=' 'type=+' 'hops=' 'all' 'canonical' 'limit=' 'db=' 'format=' 'version' 'h/help'
        case 'path'
            __kg_parse_subcommand 2 'directed' 'weighted' 'max-length=' 'k=' 'all' 'limit=' 'relation=+' 'min-confidence=' 'since=' 'until=' 'type=+' 'avoid=+' 'open' 'db=' 'format=' 'version' 'h/help'
        case 'show'
            __kg_parse_subcommand 1 'db=' 'format=' 'version' 'h/help'
        case 'evidence'
            __kg_parse_subcommand 2 'limit=' 'db=' 'format=' 'version' 'h/help'
        case 'search'
            __kg_parse_subcommand -r 1 'limit=' 'db=' 'format=' 'version' 'h/help'
        case 'stats'
            __kg_parse_subcommand 0 'db=' 'format=' 'version' 'h/help'
        case 'rank'
            __kg_parse_subcommand 0 'by=' 'top=' 'type=+' 'canonical' 'relation=+' 'min-confidence=' 'since=' 'until=' 'db=' 'format=' 'version' 'h/help'
        case 'components'
            __kg_parse_subcommand 1 'members' 'canonical' 'relation=+' 'min-confidence=' 'since=' 'until=' 'limit=' 'db=' 'format=' 'version' 'h/help'
        case 'documents'
            __kg_parse_subcommand 0 'db=' 'format=' 'version' 'h/help'
        case 'export'
            __kg_parse_subcommand 0 'format=' 'around=' 'hops=' 'relation=+' 'canonical' 'o/output=' 'excel' 'db=' 'version' 'h/help'
        case 'check'
            __kg_parse_subcommand 0 'repair' 'db=' 'version' 'h/help'
        case 'compact'
            __kg_parse_subcommand 0 'db=' 'version' 'h/help'
        case 'extract'
            __kg_parse_subcommand -r 1 'jsonl' 'format=' 'jobs=' 'max-line=' 'name=' 'model=' 'aliases=+' 'frames=+' 'relation-model=' 'date=' 'version' 'h/help'
        case 'eval'
            __kg_parse_subcommand 2 'claims=' 'misses' 'extra' 'format=' 'jobs=' 'max-line=' 'name=' 'model=' 'aliases=+' 'frames=+' 'relation-model=' 'date=' 'version' 'h/help'
        case 'analyze'
            __kg_parse_subcommand -r 1 'jsonl' 'pretokenized' 'format=' 'jobs=' 'max-line=' 'name=' 'model=' 'version' 'h/help'
        case 'frames'
            __kg_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'show'
                __kg_parse_subcommand 1 'version' 'h/help'
            case 'test'
                __kg_parse_subcommand -r 1 'jobs=' 'max-line=' 'name=' 'model=' 'aliases=+' 'frames=+' 'relation-model=' 'date=' 'version' 'h/help'
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
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'show' -d 'Describe an entity: its type, names, counts and relations.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'evidence' -d 'Print the sentences behind an entity\'s edges, or behind what ties two.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'search' -d 'Find words in sentences and names.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'stats' -d 'Count what the graph holds, and say how its edges are spread.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'rank' -d 'List the entities that matter most: by PageRank, or by number of edges.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'components' -d 'List what hangs together: the groups of entities that no edge ties to others.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'documents' -d 'List the documents of the graph.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'export' -d 'Write the graph, or the part around an entity, to a file of another program.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'check' -d 'Look whether the graph\'s file is whole and sound.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'compact' -d 'Give back the room that removed data left in the file.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'extract' -d 'Print the claims of documents, without a graph.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'eval' -d 'Score the claims of a document against a gold table.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'analyze' -d 'Print the linguistic analysis of documents as CoNLL-U.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'frames' -d 'Show and test the frames: which words state which relation.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'version' -d 'Print the version, and of what the reading model is made.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg ingest" -ge 1' -F
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" jobs' -l 'jobs' -d 'How many documents to read at a time (default: one a processor).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" max-line' -l 'max-line' -d 'The longest line that is read, in bytes.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" name' -l 'name' -d 'What to call the document on standard input.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" model' -l 'model' -d 'A reading model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest"' -l 'aliases' -d 'A file of names that mean the same, beside the built-in list: a line each, the name to use first, tabs between.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest"' -l 'frames' -d 'A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" relation-model' -l 'relation-model' -d 'A relation model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" date' -l 'date' -d 'When the documents were written: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg ingest" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg import" -ge 1' -F
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import"' -l 'entities' -d 'A table of entities, by whose ids the edges name them; may be repeated.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg import" format' -l 'format' -d 'What the files are (default: seen from their first line).' -rfka 'tsv csv kgtk ntriples jsonl'
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
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" min-confidence' -l 'min-confidence' -d 'Only edges at least this sure, from 0 to 1.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" direction' -l 'direction' -d 'Which way the edges point, seen from the entity.' -rfka 'out in both'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors"' -l 'type' -d 'Only neighbors of this type, such as person or place; may be repeated.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" hops' -l 'hops' -d 'How far to go.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" all' -l 'all' -d 'Also show what the text denies, doubts, expects or supposes.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" canonical' -l 'canonical' -d 'Leave out the open layer: only relations of the vocabulary and of imported files.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg neighbors" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" directed' -l 'directed' -d 'Walk edges only from subject to object.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" weighted' -l 'weighted' -d 'Rank paths by the product of their confidences, then by length.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" max-length' -l 'max-length' -d 'The most hops.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" k' -s 'k' -d 'How many paths to show, the best first.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" all all-shortest' -l 'all' -l 'all-shortest' -d 'Count all paths as good as the best, and show them up to --limit.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" min-confidence' -l 'min-confidence' -d 'Only edges at least this sure, from 0 to 1.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path"' -l 'type' -d 'Between the ends, walk only through entities of this type; may be repeated.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path"' -l 'avoid' -d 'An entity to keep clear of; may be repeated.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" open' -l 'open' -d 'Also walk the open layer.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg path" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg show" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg show" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg show" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg evidence" h help' -s 'h' -l 'help' -d 'Show help information.'
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
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" top' -l 'top' -d 'How many entities to list; 0 for all.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank"' -l 'type' -d 'List only entities of this type; may be repeated.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" canonical' -l 'canonical' -d 'Leave out the open layer.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" min-confidence' -l 'min-confidence' -d 'Only edges at least this sure, from 0 to 1.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg rank" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" members' -l 'members' -d 'List the entities of all components.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" canonical' -l 'canonical' -d 'Leave out the open layer.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" min-confidence' -l 'min-confidence' -d 'Only edges at least this sure, from 0 to 1.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" since' -l 'since' -d 'Only edges true on this day, month or year (2001-09-10) or later.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" until' -l 'until' -d 'Only edges true on this day, month or year or earlier.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" limit' -l 'limit' -d 'The most rows to show; 0 for all (default: 50 in a table, else all).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg components" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg documents" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg documents" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg documents" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg documents" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" format' -l 'format' -d 'The form of the file.' -rfka 'dot jsonl graphml csv'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" around' -l 'around' -d 'Only what lies around this entity.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" hops' -l 'hops' -d 'How far from it.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export"' -l 'relation' -d 'Only edges of this relation; may be repeated.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" canonical' -l 'canonical' -d 'Leave out the open layer.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" o output' -l 'output' -s 'o' -d 'The file to write (default: standard output).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" excel' -l 'excel' -d 'Write csv that a spreadsheet opens as text: with a byte-order mark, and no cell that it would run.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg check" repair' -l 'repair' -d 'Build anew what follows from the rest of the graph.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg check" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg check" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg compact" db' -l 'db' -d 'The graph\'s file (default: $KG_DB, else kg.db).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg compact" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg compact" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg extract" -ge 1' -F
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" jsonl' -l 'jsonl' -d 'The inputs are JSON lines, a document each.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" format' -l 'format' -d 'How to write the claims.' -rfka 'jsonl'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" jobs' -l 'jobs' -d 'How many documents to read at a time (default: one a processor).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" max-line' -l 'max-line' -d 'The longest line that is read, in bytes.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" name' -l 'name' -d 'What to call the document on standard input.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" model' -l 'model' -d 'A reading model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract"' -l 'aliases' -d 'A file of names that mean the same, beside the built-in list: a line each, the name to use first, tabs between.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract"' -l 'frames' -d 'A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" relation-model' -l 'relation-model' -d 'A relation model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" date' -l 'date' -d 'When the documents were written: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg extract" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg eval" -eq 1' -F
complete -c 'kg' -n '__kg_should_offer_completions_for_positional "kg eval" -eq 2' -F
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" claims' -l 'claims' -d 'Score these claims, as extract prints them, instead of reading a document.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" misses' -l 'misses' -d 'List the rows that no claim states.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" extra' -l 'extra' -d 'List the canonical claims that are in no row.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" format' -l 'format' -d 'How to write the answer.' -rfka 'table json jsonl tsv csv dot'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" jobs' -l 'jobs' -d 'How many documents to read at a time (default: one a processor).' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" max-line' -l 'max-line' -d 'The longest line that is read, in bytes.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" name' -l 'name' -d 'What to call the document on standard input.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" model' -l 'model' -d 'A reading model in place of the built-in one (a safetensors file).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval"' -l 'aliases' -d 'A file of names that mean the same, beside the built-in list: a line each, the name to use first, tabs between.' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval"' -l 'frames' -d 'A file of frames beside the built-in ones, which adds or overrides relations (kg help frames).' -rF
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg eval" relation-model' -l 'relation-model' -d 'A relation model in place of the built-in one (a safetensors file).' -rF
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
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test" date' -l 'date' -d 'When the documents were written: a day, month or year (2001-09-10), from which “last year” or “on Monday” is told.' -rfka ''
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg frames test" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg version" verbose' -l 'verbose' -d 'Also name the reading model, its training data and its scores.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg version" version' -l 'version' -d 'Show the version.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg version" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'kg' -n '__kg_should_offer_completions_for_flags_or_options "kg help" version' -l 'version' -d 'Show the version.'
