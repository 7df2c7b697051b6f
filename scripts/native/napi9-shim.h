/**
 * Force-included when better-sqlite3 13.x is compiled for a runtime that has only Node-API 9 (Electron before 35).
 *
 * better-sqlite3 keeps references to strings and to values of any type. Node-API 10 allows that; Node-API 9 allows references
 * to objects, functions and symbols only, and node-addon-api then crashes. So Napi::Reference<String> and
 * Napi::Reference<Value> are specialised here to keep their value in an array of one element, and to reference the array.
 */
#pragma once
#include <napi.h>

namespace Napi {

template <typename T>
class BoxedReference {
public:
	BoxedReference() = default;

	bool IsEmpty() const { return box.IsEmpty(); }

	void Reset() { box.Reset(); }

	void Reset(const T& value, uint32_t refcount = 0) {
		napi_env env = value.Env();
		napi_value array;
		if (napi_create_array_with_length(env, 1, &array) != napi_ok) return;
		if (napi_set_element(env, array, 0, value) != napi_ok) return;
		box.Reset(Array(env, array), refcount);
	}

	T Value() const {
		if (box.IsEmpty()) return T();
		napi_value value;
		if (napi_get_element(box.Env(), box.Value(), 0, &value) != napi_ok) return T();
		return T(box.Env(), value);
	}

private:
	Reference<Array> box;
};

template <>
class Reference<String> : public BoxedReference<String> {
public:
	static Reference<String> New(const String& value, uint32_t refcount = 0) {
		Reference<String> reference;
		reference.Reset(value, refcount);
		return reference;
	}
};

template <>
class Reference<Napi::Value> : public BoxedReference<Napi::Value> {
public:
	static Reference<Napi::Value> New(const Napi::Value& value, uint32_t refcount = 0) {
		Reference<Napi::Value> reference;
		reference.Reset(value, refcount);
		return reference;
	}
};

}  // namespace Napi
