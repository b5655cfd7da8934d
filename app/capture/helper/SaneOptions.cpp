#include "app/capture/helper/SaneOptions.h"

#include <QByteArray>

#include <algorithm>
#include <cmath>

namespace motcua::capture::helper {

namespace {

constexpr SANE_Int mostOptions = 1000;

/// The nearest the option's constraint allows, in the option's own words (integers or 16.16 fixed point).
SANE_Word allowed(const SANE_Option_Descriptor& option, SANE_Word wanted) {
    if (option.constraint_type == SANE_CONSTRAINT_RANGE && option.constraint.range)
        return std::clamp(wanted, option.constraint.range->min, std::max(option.constraint.range->min, option.constraint.range->max));
    if (option.constraint_type != SANE_CONSTRAINT_WORD_LIST || !option.constraint.word_list || option.constraint.word_list[0] < 1)
        return wanted;
    const SANE_Word* words = option.constraint.word_list;
    return *std::min_element(
        words + 1, words + 1 + words[0], [wanted](SANE_Word a, SANE_Word b) { return std::abs(double(a) - wanted) < std::abs(double(b) - wanted); });
}

}

SaneOptions::SaneOptions(SANE_Handle handle) : m_handle(handle) {
    reload();
}

void SaneOptions::reload() {
    m_indices.clear();
    SANE_Int count = 0;
    if (sane_control_option(m_handle, 0, SANE_ACTION_GET_VALUE, &count, nullptr) != SANE_STATUS_GOOD)
        return;
    for (SANE_Int i = 1; i < std::min(count, mostOptions); ++i) {
        const SANE_Option_Descriptor* option = sane_get_option_descriptor(m_handle, i);
        if (option && option->name && *option->name && option->type != SANE_TYPE_GROUP && SANE_OPTION_IS_ACTIVE(option->cap))
            m_indices.emplace(QString::fromUtf8(option->name), i);
    }
}

const SANE_Option_Descriptor* SaneOptions::find(const QString& name) const {
    const auto it = m_indices.find(name);
    return it == m_indices.end() ? nullptr : sane_get_option_descriptor(m_handle, it->second);
}

QStringList SaneOptions::choices(const QString& name) const {
    QStringList words;
    const SANE_Option_Descriptor* option = find(name);
    if (option && option->constraint_type == SANE_CONSTRAINT_STRING_LIST)
        for (const SANE_String_Const* word = option->constraint.string_list; word && *word; ++word)
            words.append(QString::fromUtf8(*word));
    return words;
}

bool SaneOptions::set(const QString& name, void* value) {
    SANE_Int info = 0;
    if (sane_control_option(m_handle, m_indices.at(name), SANE_ACTION_SET_VALUE, value, &info) != SANE_STATUS_GOOD)
        return false;
    if (info & SANE_INFO_RELOAD_OPTIONS)
        reload();
    return true;
}

bool SaneOptions::setText(const QString& name, const QString& text) {
    const SANE_Option_Descriptor* option = find(name);
    if (!option || !SANE_OPTION_IS_SETTABLE(option->cap))
        return false;
    if (option->type == SANE_TYPE_BOOL) {
        SANE_Bool value = text == QLatin1String("yes") || text == QLatin1String("true") || text == QLatin1String("1");
        return set(name, &value);
    }
    if (option->type != SANE_TYPE_STRING) {
        bool isNumber = false;
        const double value = text.toDouble(&isNumber);
        return isNumber && setNumber(name, value);
    }
    QByteArray word = text.toUtf8();
    if (word.size() >= option->size)
        return false;
    word.append(QByteArray(option->size - word.size(), '\0'));
    return set(name, word.data());
}

bool SaneOptions::setNumber(const QString& name, double value) {
    const SANE_Option_Descriptor* option = find(name);
    if (!option || !SANE_OPTION_IS_SETTABLE(option->cap) || option->size != sizeof(SANE_Word) || std::abs(value) > 30'000 * 1000.0)
        return false;
    if (option->type != SANE_TYPE_INT && option->type != SANE_TYPE_FIXED)
        return false;
    if (option->type == SANE_TYPE_FIXED && std::abs(value) > 32'000)
        return false;
    SANE_Word word = option->type == SANE_TYPE_FIXED ? SANE_FIX(value) : static_cast<SANE_Word>(std::lround(value));
    word = allowed(*option, word);
    return set(name, &word);
}

std::optional<double> SaneOptions::number(const QString& name) const {
    const SANE_Option_Descriptor* option = find(name);
    SANE_Word word = 0;
    if (!option || option->size != sizeof word || (option->type != SANE_TYPE_INT && option->type != SANE_TYPE_FIXED) ||
        sane_control_option(m_handle, m_indices.at(name), SANE_ACTION_GET_VALUE, &word, nullptr) != SANE_STATUS_GOOD)
        return {};
    return option->type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : word;
}

SANE_Unit SaneOptions::unit(const QString& name) const {
    const SANE_Option_Descriptor* option = find(name);
    return option ? option->unit : SANE_UNIT_NONE;
}

}
