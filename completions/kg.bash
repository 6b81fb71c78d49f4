#!/bin/bash

__kg_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__kg_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__kg_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__kg_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_kg() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __kg_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    ingest|import|remove|neighbors|path|edges|claims|timeline|holders|contradictions|show|evidence|explain|match|sql|search|stats|rank|components|documents|changes|open|export|serve|mcp|suggest|review|why|why-not|compare|merge|split|unsure|undo|rename|retype|reject|judgements|check|compact|extract|eval|analyze|frames|version|help)
        # Offer subcommand argument completions
        "_kg_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'ingest import remove neighbors path edges claims timeline holders contradictions show evidence explain match sql search stats rank components documents changes open export serve mcp suggest review why why-not compare merge split unsure undo rename retype reject judgements check compact extract eval analyze frames version help' -- "${cur}"))
        ;;
    esac
}

_kg_ingest() {
    repeating_flags=()
    non_repeating_flags=(--jsonl --ocr --all-text --version -h --help)
    repeating_options=(--lists --forget --aliases --frames)
    non_repeating_options=(--db --jobs --max-line --name --model --relation-model --manifest --date)
    __kg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--lists')
        __kg_add_completions -f
        return
        ;;
    '--forget')
        __kg_add_completions -W 'aliases'$'\n''frames'$'\n''lists'
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--jobs')
        return
        ;;
    '--max-line')
        return
        ;;
    '--name')
        return
        ;;
    '--model')
        __kg_add_completions -f
        return
        ;;
    '--aliases')
        __kg_add_completions -f
        return
        ;;
    '--frames')
        __kg_add_completions -f
        return
        ;;
    '--relation-model')
        __kg_add_completions -f
        return
        ;;
    '--manifest')
        __kg_add_completions -f
        return
        ;;
    '--date')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __kg_add_completions -f
        return
        ;;
    esac
}

_kg_import() {
    repeating_flags=()
    non_repeating_flags=(--no-heading --vocabulary --dry-run --skip-bad --version -h --help)
    repeating_options=(--entities --columns)
    non_repeating_options=(--format --relation --delimiter --name --language --rejects --db)
    __kg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--entities')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'tsv'$'\n''csv'$'\n''kgtk'$'\n''ntriples'$'\n''jsonl'$'\n''graphml'$'\n''gexf'
        return
        ;;
    '--columns')
        return
        ;;
    '--relation')
        return
        ;;
    '--delimiter')
        return
        ;;
    '--name')
        return
        ;;
    '--language')
        return
        ;;
    '--rejects')
        __kg_add_completions -f
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __kg_add_completions -f
        return
        ;;
    esac
}

_kg_remove() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--db)
    __kg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--db')
        __kg_add_completions -f
        return
        ;;
    esac
}

_kg_neighbors() {
    repeating_flags=()
    non_repeating_flags=(--canonical --attributed --all --descriptions --version -h --help)
    repeating_options=(--relation --layer --type --entity --document --said-by --polarity --modality)
    non_repeating_options=(--min-confidence --since --until --direction --hops --limit --db --format)
    __kg_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--relation')
        __kg_add_completions -W "$(__kg_custom_complete ---completion neighbors -- --relation "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--layer')
        __kg_add_completions -W 'canonical'$'\n''open'$'\n''imported'
        return
        ;;
    '--type')
        __kg_add_completions -W "$(__kg_custom_complete ---completion neighbors -- --type "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--entity')
        __kg_add_completions -W "$(__kg_custom_complete ---completion neighbors -- --entity "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--document')
        __kg_add_completions -W "$(__kg_custom_complete ---completion neighbors -- --document "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--said-by')
        __kg_add_completions -W "$(__kg_custom_complete ---completion neighbors -- --said-by "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--min-confidence')
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--direction')
        __kg_add_completions -W 'out'$'\n''in'$'\n''both'
        return
        ;;
    '--hops')
        return
        ;;
    '--polarity')
        __kg_add_completions -W 'positive'$'\n''negative'
        return
        ;;
    '--modality')
        __kg_add_completions -W 'certain'$'\n''possible'$'\n''future'$'\n''hypothetical'
        return
        ;;
    '--limit')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __kg_add_completions -W "$(__kg_custom_complete ---completion neighbors -- positional@0 "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_kg_path() {
    repeating_flags=()
    non_repeating_flags=(--directed --weighted --all --all-shortest --canonical --attributed --open --descriptions --version -h --help)
    repeating_options=(--relation --layer --type --entity --document --said-by --polarity --modality --avoid)
    non_repeating_options=(--max-length -k --limit --min-confidence --since --until --db --format)
    __kg_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--max-length')
        return
        ;;
    '-k')
        return
        ;;
    '--limit')
        return
        ;;
    '--relation')
        __kg_add_completions -W "$(__kg_custom_complete ---completion path -- --relation "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--layer')
        __kg_add_completions -W 'canonical'$'\n''open'$'\n''imported'
        return
        ;;
    '--type')
        __kg_add_completions -W "$(__kg_custom_complete ---completion path -- --type "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--entity')
        __kg_add_completions -W "$(__kg_custom_complete ---completion path -- --entity "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--document')
        __kg_add_completions -W "$(__kg_custom_complete ---completion path -- --document "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--said-by')
        __kg_add_completions -W "$(__kg_custom_complete ---completion path -- --said-by "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--min-confidence')
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--polarity')
        __kg_add_completions -W 'positive'$'\n''negative'
        return
        ;;
    '--modality')
        __kg_add_completions -W 'certain'$'\n''possible'$'\n''future'$'\n''hypothetical'
        return
        ;;
    '--avoid')
        __kg_add_completions -W "$(__kg_custom_complete ---completion path -- --avoid "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __kg_add_completions -W "$(__kg_custom_complete ---completion path -- positional@0 "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    2)
        __kg_add_completions -W "$(__kg_custom_complete ---completion path -- positional@1 "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_kg_edges() {
    repeating_flags=()
    non_repeating_flags=(--canonical --attributed --reverse --count --all --version -h --help)
    repeating_options=(--relation --layer --type --entity --document --said-by --polarity --modality)
    non_repeating_options=(--min-confidence --since --until --group-by --sort --limit --db --format)
    __kg_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--relation')
        __kg_add_completions -W "$(__kg_custom_complete ---completion edges -- --relation "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--layer')
        __kg_add_completions -W 'canonical'$'\n''open'$'\n''imported'
        return
        ;;
    '--type')
        __kg_add_completions -W "$(__kg_custom_complete ---completion edges -- --type "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--entity')
        __kg_add_completions -W "$(__kg_custom_complete ---completion edges -- --entity "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--document')
        __kg_add_completions -W "$(__kg_custom_complete ---completion edges -- --document "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--said-by')
        __kg_add_completions -W "$(__kg_custom_complete ---completion edges -- --said-by "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--min-confidence')
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--polarity')
        __kg_add_completions -W 'positive'$'\n''negative'
        return
        ;;
    '--modality')
        __kg_add_completions -W 'certain'$'\n''possible'$'\n''future'$'\n''hypothetical'
        return
        ;;
    '--group-by')
        __kg_add_completions -W 'relation'$'\n''layer'$'\n''subject'$'\n''object'$'\n''subject-type'$'\n''object-type'$'\n''polarity'$'\n''modality'$'\n''document'$'\n''year'$'\n''said-by'
        return
        ;;
    '--sort')
        __kg_add_completions -W 'subject'$'\n''relation'$'\n''object'$'\n''support'$'\n''confidence'$'\n''when'$'\n''document'
        return
        ;;
    '--limit')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_claims() {
    repeating_flags=()
    non_repeating_flags=(--canonical --attributed --reverse --count --version -h --help)
    repeating_options=(--relation --layer --type --entity --document --said-by --polarity --modality)
    non_repeating_options=(--min-confidence --since --until --group-by --sort --limit --db --format)
    __kg_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--relation')
        __kg_add_completions -W "$(__kg_custom_complete ---completion claims -- --relation "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--layer')
        __kg_add_completions -W 'canonical'$'\n''open'$'\n''imported'
        return
        ;;
    '--type')
        __kg_add_completions -W "$(__kg_custom_complete ---completion claims -- --type "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--entity')
        __kg_add_completions -W "$(__kg_custom_complete ---completion claims -- --entity "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--document')
        __kg_add_completions -W "$(__kg_custom_complete ---completion claims -- --document "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--said-by')
        __kg_add_completions -W "$(__kg_custom_complete ---completion claims -- --said-by "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--min-confidence')
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--polarity')
        __kg_add_completions -W 'positive'$'\n''negative'
        return
        ;;
    '--modality')
        __kg_add_completions -W 'certain'$'\n''possible'$'\n''future'$'\n''hypothetical'
        return
        ;;
    '--group-by')
        __kg_add_completions -W 'relation'$'\n''layer'$'\n''subject'$'\n''object'$'\n''subject-type'$'\n''object-type'$'\n''polarity'$'\n''modality'$'\n''document'$'\n''year'$'\n''said-by'
        return
        ;;
    '--sort')
        __kg_add_completions -W 'document'$'\n''subject'$'\n''relation'$'\n''object'$'\n''confidence'$'\n''when'
        return
        ;;
    '--limit')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_timeline() {
    repeating_flags=()
    non_repeating_flags=(--canonical --attributed --version -h --help)
    repeating_options=(--relation --layer --type --entity --document --said-by --polarity --modality)
    non_repeating_options=(--min-confidence --since --until --limit --db --format)
    __kg_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--relation')
        __kg_add_completions -W "$(__kg_custom_complete ---completion timeline -- --relation "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--layer')
        __kg_add_completions -W 'canonical'$'\n''open'$'\n''imported'
        return
        ;;
    '--type')
        __kg_add_completions -W "$(__kg_custom_complete ---completion timeline -- --type "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--entity')
        __kg_add_completions -W "$(__kg_custom_complete ---completion timeline -- --entity "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--document')
        __kg_add_completions -W "$(__kg_custom_complete ---completion timeline -- --document "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--said-by')
        __kg_add_completions -W "$(__kg_custom_complete ---completion timeline -- --said-by "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--min-confidence')
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--polarity')
        __kg_add_completions -W 'positive'$'\n''negative'
        return
        ;;
    '--modality')
        __kg_add_completions -W 'certain'$'\n''possible'$'\n''future'$'\n''hypothetical'
        return
        ;;
    '--limit')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''ics'$'\n''svg'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __kg_add_completions -W "$(__kg_custom_complete ---completion timeline -- positional@0 "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_kg_holders() {
    repeating_flags=()
    non_repeating_flags=(--canonical --attributed --version -h --help)
    repeating_options=(--relation --layer --type --entity --document --said-by)
    non_repeating_options=(--of --at --min-confidence --since --until --db --format)
    __kg_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--of')
        return
        ;;
    '--at')
        return
        ;;
    '--relation')
        __kg_add_completions -W "$(__kg_custom_complete ---completion holders -- --relation "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--layer')
        __kg_add_completions -W 'canonical'$'\n''open'$'\n''imported'
        return
        ;;
    '--type')
        __kg_add_completions -W "$(__kg_custom_complete ---completion holders -- --type "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--entity')
        __kg_add_completions -W "$(__kg_custom_complete ---completion holders -- --entity "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--document')
        __kg_add_completions -W "$(__kg_custom_complete ---completion holders -- --document "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--said-by')
        __kg_add_completions -W "$(__kg_custom_complete ---completion holders -- --said-by "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--min-confidence')
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_contradictions() {
    repeating_flags=()
    non_repeating_flags=(--canonical --attributed --version -h --help)
    repeating_options=(--relation --layer --type --entity --document --said-by)
    non_repeating_options=(--min-confidence --since --until --limit --db --format)
    __kg_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--relation')
        __kg_add_completions -W "$(__kg_custom_complete ---completion contradictions -- --relation "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--layer')
        __kg_add_completions -W 'canonical'$'\n''open'$'\n''imported'
        return
        ;;
    '--type')
        __kg_add_completions -W "$(__kg_custom_complete ---completion contradictions -- --type "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--entity')
        __kg_add_completions -W "$(__kg_custom_complete ---completion contradictions -- --entity "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--document')
        __kg_add_completions -W "$(__kg_custom_complete ---completion contradictions -- --document "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--said-by')
        __kg_add_completions -W "$(__kg_custom_complete ---completion contradictions -- --said-by "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--min-confidence')
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--limit')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_show() {
    repeating_flags=()
    non_repeating_flags=(--text --version -h --help)
    repeating_options=()
    non_repeating_options=(--db --format)
    __kg_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_evidence() {
    repeating_flags=()
    non_repeating_flags=(--canonical --attributed --version -h --help)
    repeating_options=(--relation --layer --type --entity --document --said-by --polarity --modality)
    non_repeating_options=(--min-confidence --since --until --context --limit --db --format)
    __kg_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--relation')
        __kg_add_completions -W "$(__kg_custom_complete ---completion evidence -- --relation "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--layer')
        __kg_add_completions -W 'canonical'$'\n''open'$'\n''imported'
        return
        ;;
    '--type')
        __kg_add_completions -W "$(__kg_custom_complete ---completion evidence -- --type "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--entity')
        __kg_add_completions -W "$(__kg_custom_complete ---completion evidence -- --entity "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--document')
        __kg_add_completions -W "$(__kg_custom_complete ---completion evidence -- --document "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--said-by')
        __kg_add_completions -W "$(__kg_custom_complete ---completion evidence -- --said-by "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--min-confidence')
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--polarity')
        __kg_add_completions -W 'positive'$'\n''negative'
        return
        ;;
    '--modality')
        __kg_add_completions -W 'certain'$'\n''possible'$'\n''future'$'\n''hypothetical'
        return
        ;;
    '--context')
        return
        ;;
    '--limit')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __kg_add_completions -W "$(__kg_custom_complete ---completion evidence -- positional@0 "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    2)
        __kg_add_completions -W "$(__kg_custom_complete ---completion evidence -- positional@1 "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_kg_explain() {
    repeating_flags=()
    non_repeating_flags=(--ocr --all-text --version -h --help)
    repeating_options=(--file --aliases --frames)
    non_repeating_options=(--text --limit --db --jobs --max-line --name --model --relation-model --manifest --date --format)
    __kg_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--text')
        return
        ;;
    '--file')
        __kg_add_completions -f
        return
        ;;
    '--limit')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--jobs')
        return
        ;;
    '--max-line')
        return
        ;;
    '--name')
        return
        ;;
    '--model')
        __kg_add_completions -f
        return
        ;;
    '--aliases')
        __kg_add_completions -f
        return
        ;;
    '--frames')
        __kg_add_completions -f
        return
        ;;
    '--relation-model')
        __kg_add_completions -f
        return
        ;;
    '--manifest')
        __kg_add_completions -f
        return
        ;;
    '--date')
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_match() {
    repeating_flags=()
    non_repeating_flags=(--canonical --all-claims --explain --version -h --help)
    repeating_options=(--param -p)
    non_repeating_options=(--timeout --limit --db --format)
    __kg_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--timeout')
        return
        ;;
    '--param'|'-p')
        return
        ;;
    '--limit')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_sql() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=(--param -p)
    non_repeating_options=(--timeout --limit --db --format)
    __kg_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--timeout')
        return
        ;;
    '--param'|'-p')
        return
        ;;
    '--limit')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_search() {
    repeating_flags=()
    non_repeating_flags=(--raw --canonical --attributed --version -h --help)
    repeating_options=(--relation --layer --type --entity --document --said-by --polarity --modality)
    non_repeating_options=(--min-confidence --since --until --limit --db --format)
    __kg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--relation')
        __kg_add_completions -W "$(__kg_custom_complete ---completion search -- --relation "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--layer')
        __kg_add_completions -W 'canonical'$'\n''open'$'\n''imported'
        return
        ;;
    '--type')
        __kg_add_completions -W "$(__kg_custom_complete ---completion search -- --type "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--entity')
        __kg_add_completions -W "$(__kg_custom_complete ---completion search -- --entity "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--document')
        __kg_add_completions -W "$(__kg_custom_complete ---completion search -- --document "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--said-by')
        __kg_add_completions -W "$(__kg_custom_complete ---completion search -- --said-by "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--min-confidence')
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--polarity')
        __kg_add_completions -W 'positive'$'\n''negative'
        return
        ;;
    '--modality')
        __kg_add_completions -W 'certain'$'\n''possible'$'\n''future'$'\n''hypothetical'
        return
        ;;
    '--limit')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_stats() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--db --format)
    __kg_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_rank() {
    repeating_flags=()
    non_repeating_flags=(--canonical --attributed --descriptions --version -h --help)
    repeating_options=(--relation --layer --type --entity --document --said-by)
    non_repeating_options=(--by --top --limit --min-confidence --since --until --db --format)
    __kg_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--by')
        __kg_add_completions -W 'pagerank'$'\n''degree'
        return
        ;;
    '--top'|'--limit')
        return
        ;;
    '--relation')
        __kg_add_completions -W "$(__kg_custom_complete ---completion rank -- --relation "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--layer')
        __kg_add_completions -W 'canonical'$'\n''open'$'\n''imported'
        return
        ;;
    '--type')
        __kg_add_completions -W "$(__kg_custom_complete ---completion rank -- --type "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--entity')
        __kg_add_completions -W "$(__kg_custom_complete ---completion rank -- --entity "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--document')
        __kg_add_completions -W "$(__kg_custom_complete ---completion rank -- --document "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--said-by')
        __kg_add_completions -W "$(__kg_custom_complete ---completion rank -- --said-by "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--min-confidence')
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_components() {
    repeating_flags=()
    non_repeating_flags=(--members --canonical --attributed --version -h --help)
    repeating_options=(--relation --layer --type --entity --document --said-by)
    non_repeating_options=(--min-confidence --since --until --limit --db --format)
    __kg_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--relation')
        __kg_add_completions -W "$(__kg_custom_complete ---completion components -- --relation "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--layer')
        __kg_add_completions -W 'canonical'$'\n''open'$'\n''imported'
        return
        ;;
    '--type')
        __kg_add_completions -W "$(__kg_custom_complete ---completion components -- --type "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--entity')
        __kg_add_completions -W "$(__kg_custom_complete ---completion components -- --entity "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--document')
        __kg_add_completions -W "$(__kg_custom_complete ---completion components -- --document "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--said-by')
        __kg_add_completions -W "$(__kg_custom_complete ---completion components -- --said-by "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--min-confidence')
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--limit')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __kg_add_completions -W "$(__kg_custom_complete ---completion components -- positional@0 "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    esac
}

_kg_documents() {
    repeating_flags=()
    non_repeating_flags=(--undated --version -h --help)
    repeating_options=()
    non_repeating_options=(--set --since --until --language --about --db --format)
    __kg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--set')
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--language')
        return
        ;;
    '--about')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_changes() {
    repeating_flags=()
    non_repeating_flags=(--details --version -h --help)
    repeating_options=()
    non_repeating_options=(--since --limit --db --format)
    __kg_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--since')
        return
        ;;
    '--limit')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_open() {
    repeating_flags=()
    non_repeating_flags=(--print --version -h --help)
    repeating_options=()
    non_repeating_options=(--page --db)
    __kg_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--page')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    esac
}

_kg_export() {
    repeating_flags=()
    non_repeating_flags=(--canonical --attributed --excel --descriptions --version -h --help)
    repeating_options=(--relation --layer --type --entity --document --said-by --polarity --modality)
    non_repeating_options=(--format --around --hops --top --title --min-confidence --since --until --output -o --db)
    __kg_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--format')
        __kg_add_completions -W 'dot'$'\n''graphml'$'\n''gexf'$'\n''csv'$'\n''jsonl'$'\n''cypher'$'\n''neo4j-nodes'$'\n''neo4j-relationships'$'\n''turtle'$'\n''ntriples'$'\n''ftm'$'\n''html'
        return
        ;;
    '--around')
        __kg_add_completions -W "$(__kg_custom_complete ---completion export -- --around "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--hops')
        return
        ;;
    '--top')
        return
        ;;
    '--title')
        return
        ;;
    '--relation')
        __kg_add_completions -W "$(__kg_custom_complete ---completion export -- --relation "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--layer')
        __kg_add_completions -W 'canonical'$'\n''open'$'\n''imported'
        return
        ;;
    '--type')
        __kg_add_completions -W "$(__kg_custom_complete ---completion export -- --type "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--entity')
        __kg_add_completions -W "$(__kg_custom_complete ---completion export -- --entity "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--document')
        __kg_add_completions -W "$(__kg_custom_complete ---completion export -- --document "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--said-by')
        __kg_add_completions -W "$(__kg_custom_complete ---completion export -- --said-by "${COMP_CWORD}" "$(__kg_cursor_index_in_current_word)")"
        return
        ;;
    '--min-confidence')
        return
        ;;
    '--since')
        return
        ;;
    '--until')
        return
        ;;
    '--polarity')
        __kg_add_completions -W 'positive'$'\n''negative'
        return
        ;;
    '--modality')
        __kg_add_completions -W 'certain'$'\n''possible'$'\n''future'$'\n''hypothetical'
        return
        ;;
    '--output'|'-o')
        __kg_add_completions -f
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    esac
}

_kg_serve() {
    repeating_flags=()
    non_repeating_flags=(--write --no-browser --version -h --help)
    repeating_options=()
    non_repeating_options=(--port --db)
    __kg_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--port')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __kg_add_completions -f
        return
        ;;
    esac
}

_kg_mcp() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--db)
    __kg_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--db')
        __kg_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __kg_add_completions -f
        return
        ;;
    esac
}

_kg_suggest() {
    repeating_flags=()
    non_repeating_flags=(--stored --dry-run --version -h --help)
    repeating_options=()
    non_repeating_options=(--apply --limit --db --format)
    __kg_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--apply')
        return
        ;;
    '--limit')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_review() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--least --db)
    __kg_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--least')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    esac
}

_kg_why() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--db --format)
    __kg_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_why-not() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--db --format)
    __kg_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_compare() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--type --jsonl --format)
    __kg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--type')
        return
        ;;
    '--jsonl')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_merge() {
    repeating_flags=()
    non_repeating_flags=(--dry-run --version -h --help)
    repeating_options=()
    non_repeating_options=(--because --db --format)
    __kg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--because')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_split() {
    repeating_flags=()
    non_repeating_flags=(--dry-run --version -h --help)
    repeating_options=(--documents --from --parties)
    non_repeating_options=(--because --db --format)
    __kg_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--documents')
        return
        ;;
    '--from'|'--parties')
        return
        ;;
    '--because')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_unsure() {
    repeating_flags=()
    non_repeating_flags=(--dry-run --version -h --help)
    repeating_options=()
    non_repeating_options=(--because --db --format)
    __kg_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--because')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_undo() {
    repeating_flags=()
    non_repeating_flags=(--dry-run --version -h --help)
    repeating_options=()
    non_repeating_options=(--batch --db --format)
    __kg_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--batch')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_rename() {
    repeating_flags=()
    non_repeating_flags=(--dry-run --version -h --help)
    repeating_options=()
    non_repeating_options=(--because --db --format)
    __kg_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--because')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_retype() {
    repeating_flags=()
    non_repeating_flags=(--dry-run --version -h --help)
    repeating_options=()
    non_repeating_options=(--because --db --format)
    __kg_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--because')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_reject() {
    repeating_flags=()
    non_repeating_flags=(--dry-run --version -h --help)
    repeating_options=()
    non_repeating_options=(--because --db --format)
    __kg_offer_flags_options 3

    # Offer option value completions
    case "${prev}" in
    '--because')
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac
}

_kg_judgements() {
    repeating_flags=()
    non_repeating_flags=(--all --all-or-nothing --version -h --help)
    repeating_options=()
    non_repeating_options=(--apply --db --format)
    __kg_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--apply')
        __kg_add_completions -f
        return
        ;;
    '--db')
        __kg_add_completions -f
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''nomenklatura'
        return
        ;;
    esac
}

_kg_check() {
    repeating_flags=()
    non_repeating_flags=(--repair --version -h --help)
    repeating_options=()
    non_repeating_options=(--db)
    __kg_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--db')
        __kg_add_completions -f
        return
        ;;
    esac
}

_kg_compact() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--db)
    __kg_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--db')
        __kg_add_completions -f
        return
        ;;
    esac
}

_kg_extract() {
    repeating_flags=()
    non_repeating_flags=(--jsonl --explain --summaries --all --ocr --all-text --version -h --help)
    repeating_options=(--aliases --frames)
    non_repeating_options=(--format --min-confidence --jobs --max-line --name --model --relation-model --manifest --date)
    __kg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--format')
        __kg_add_completions -W 'jsonl'$'\n''text'
        return
        ;;
    '--min-confidence')
        return
        ;;
    '--jobs')
        return
        ;;
    '--max-line')
        return
        ;;
    '--name')
        return
        ;;
    '--model')
        __kg_add_completions -f
        return
        ;;
    '--aliases')
        __kg_add_completions -f
        return
        ;;
    '--frames')
        __kg_add_completions -f
        return
        ;;
    '--relation-model')
        __kg_add_completions -f
        return
        ;;
    '--manifest')
        __kg_add_completions -f
        return
        ;;
    '--date')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __kg_add_completions -f
        return
        ;;
    esac
}

_kg_eval() {
    repeating_flags=()
    non_repeating_flags=(--misses --extra --ocr --all-text --version -h --help)
    repeating_options=(--aliases --frames)
    non_repeating_options=(--claims --min-confidence --format --jobs --max-line --name --model --relation-model --manifest --date)
    __kg_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--claims')
        __kg_add_completions -f
        return
        ;;
    '--min-confidence')
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    '--jobs')
        return
        ;;
    '--max-line')
        return
        ;;
    '--name')
        return
        ;;
    '--model')
        __kg_add_completions -f
        return
        ;;
    '--aliases')
        __kg_add_completions -f
        return
        ;;
    '--frames')
        __kg_add_completions -f
        return
        ;;
    '--relation-model')
        __kg_add_completions -f
        return
        ;;
    '--manifest')
        __kg_add_completions -f
        return
        ;;
    '--date')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __kg_add_completions -f
        return
        ;;
    2)
        __kg_add_completions -f
        return
        ;;
    esac
}

_kg_analyze() {
    repeating_flags=()
    non_repeating_flags=(--jsonl --pretokenized --version -h --help)
    repeating_options=()
    non_repeating_options=(--format --jobs --max-line --name --model)
    __kg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--format')
        __kg_add_completions -W 'conllu'
        return
        ;;
    '--jobs')
        return
        ;;
    '--max-line')
        return
        ;;
    '--name')
        return
        ;;
    '--model')
        __kg_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __kg_add_completions -f
        return
        ;;
    esac
}

_kg_frames() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __kg_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    show|test|fired)
        # Offer subcommand argument completions
        "_kg_frames_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'show test fired' -- "${cur}"))
        ;;
    esac
}

_kg_frames_show() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __kg_offer_flags_options 1
}

_kg_frames_test() {
    repeating_flags=()
    non_repeating_flags=(--ocr --all-text --version -h --help)
    repeating_options=(--aliases --frames)
    non_repeating_options=(--jobs --max-line --name --model --relation-model --manifest --date)
    __kg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--jobs')
        return
        ;;
    '--max-line')
        return
        ;;
    '--name')
        return
        ;;
    '--model')
        __kg_add_completions -f
        return
        ;;
    '--aliases')
        __kg_add_completions -f
        return
        ;;
    '--frames')
        __kg_add_completions -f
        return
        ;;
    '--relation-model')
        __kg_add_completions -f
        return
        ;;
    '--manifest')
        __kg_add_completions -f
        return
        ;;
    '--date')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __kg_add_completions -f
        return
        ;;
    esac
}

_kg_frames_fired() {
    repeating_flags=()
    non_repeating_flags=(--jsonl --never --ocr --all-text --version -h --help)
    repeating_options=(--aliases --frames)
    non_repeating_options=(--jobs --max-line --name --model --relation-model --manifest --date --format)
    __kg_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--jobs')
        return
        ;;
    '--max-line')
        return
        ;;
    '--name')
        return
        ;;
    '--model')
        __kg_add_completions -f
        return
        ;;
    '--aliases')
        __kg_add_completions -f
        return
        ;;
    '--frames')
        __kg_add_completions -f
        return
        ;;
    '--relation-model')
        __kg_add_completions -f
        return
        ;;
    '--manifest')
        __kg_add_completions -f
        return
        ;;
    '--date')
        return
        ;;
    '--format')
        __kg_add_completions -W 'table'$'\n''json'$'\n''jsonl'$'\n''tsv'$'\n''csv'$'\n''dot'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __kg_add_completions -f
        return
        ;;
    esac
}

_kg_version() {
    repeating_flags=()
    non_repeating_flags=(--verbose --version -h --help)
    repeating_options=()
    non_repeating_options=()
    __kg_offer_flags_options 0
}

_kg_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __kg_offer_flags_options -1
}

complete -o filenames -F _kg kg
